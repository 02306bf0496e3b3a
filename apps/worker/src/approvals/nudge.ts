import { NudgeApprovers } from '@fairmark/contracts/approvals';
import { ApprovalStoreErrors } from '@fairmark/contracts/errors';
import type { Transition } from '@fairmark/domain/process';
import { addEntry } from '@fairmark/persistence/approvals';
import { nudgePeople } from '@fairmark/persistence/notices';
import { openTasks, openVisits } from '@fairmark/persistence/process';
import { refuse, type DecisionContext } from '../processes/index.js';

/** 催办: reminds whoever the case waits for, each at most once a day, whoever asks. */
export async function nudge(context: DecisionContext): Promise<Transition> {
  const { tx, process, actorId, now, visit } = context;
  const { personIds } = NudgeApprovers.parse(context.body);
  const approvalId = visit.approvalId ?? process.refId;
  const visits = (await openVisits(tx, process.workflowId)).filter((open) => open.approvalId === approvalId);
  const people = await nudgePeople(tx, visits.map((open) => open.id), { by: actorId, now, ...(personIds ? { only: personIds } : {}) });
  if (people === 0) refuse(ApprovalStoreErrors.alreadyNudged);
  const asked: string[] = [];
  for (const open of visits) asked.push(...(await openTasks(tx, open.id)).map((task) => task.assigneeId).filter((id) => !personIds || personIds.includes(id)));
  await addEntry(tx, approvalId, { at: now, what: 'nudge', actorId, onBehalfOf: null, node: visit.node, visitId: visit.id || null, people: [...new Set(asked)], commentId: null, opened: [], details: { people } });
  return { outcome: 'nudged', details: { people }, audit: [{ action: 'approval.nudged', object: approvalId, after: { people } }] };
}
