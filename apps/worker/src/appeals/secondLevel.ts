import { FileSecondLevel, WithdrawAppeal } from '@fairmark/contracts/appeals';
import { AppealErrors } from '@fairmark/contracts/errors';
import { secondLevelRefusal } from '@fairmark/domain/appeals';
import type { Transition } from '@fairmark/domain/process';
import { freezePapers, insertStatement } from '@fairmark/persistence/appeals';
import { refuse, type DecisionContext, type EventContext, type VisitContext } from '../processes/index.js';
import { askAdmission } from './admissibility.js';
import { advance, closeCase, closings, loadCase } from './case.js';
import { openDeliberation } from './deliberation.js';

/** The person calls the second level, on a procedure error or new evidence: other people confirm or decide themselves. */
export async function fileSecondLevel(context: DecisionContext): Promise<Transition> {
  const { tx, now, visit, actorId } = context;
  const { ground, text, paperIds } = FileSecondLevel.parse(context.body);
  const item = await loadCase(context);
  const { id: appealId, reviewId } = item.appeal;
  const refusal = secondLevelRefusal(ground, paperIds, { actorId, subjectId: item.review.employeeId, windowEndsAt: visit.dueAt, receivedAt: now });
  if (refusal) refuse(refusal);
  const next = await advance(context, item, { type: 'secondLevelFiled', at: now, ground, paperIds });
  if (!(await freezePapers(tx, { appealId, reviewId, ownerId: actorId, evidenceSet: 3, paperIds }, now))) refuse(AppealErrors.paperUnknown);
  await insertStatement(tx, { appealId, level: 2, authorId: actorId, kind: 'secondLevel', body: text }, now);
  return askAdmission(context, next, {
    outcome: 'secondLevelFiled', step: 'admissibility', close: [{ visitId: visit.id, outcome: 'secondLevelFiled', by: actorId }],
    audit: [{ action: 'appeal.secondLevelFiled', object: appealId, after: { ground, papers: paperIds.length }, texts: { text: { body: text, ownerId: actorId } } }],
  });
}

/** The person takes the decision, or the window for the second level has ended: it stands. */
export async function letStand(context: DecisionContext | VisitContext): Promise<Transition> {
  const outcome = 'actorId' in context ? 'accepted' : 'windowEnded';
  const item = await loadCase(context);
  const next = await advance(context, item, { type: 'secondLevelWindowEnded', at: context.now });
  return closeCase(context, next, { outcome, audit: [{ action: 'appeal.decisionStands', object: item.appeal.id, after: { by: outcome } }] });
}

/** The person takes the appeal back, any time before the decision. A decision of the first level stands. */
export async function withdraw(context: DecisionContext): Promise<Transition> {
  WithdrawAppeal.parse(context.body);
  const item = await loadCase(context);
  const next = await advance(context, item, { type: 'withdrawn', at: context.now });
  return closeCase(context, next, { outcome: 'withdrawn', audit: [{ action: 'appeal.withdrawn', object: item.appeal.id, after: { level: item.state.level } }] });
}

/** Only the person whose case it is. */
export async function isSubject(context: DecisionContext): Promise<boolean> {
  return (await loadCase(context)).review.employeeId === context.actorId;
}

/** The named items were scored again: the same panel deliberates anew. */
export async function rescored(context: EventContext): Promise<Transition | null> {
  const item = await loadCase(context);
  if (item.state.phase !== 'rescoring') return null;
  const next = await advance(context, item, { type: 'rescored', at: context.now });
  const { scoreSheetId } = context.body as { scoreSheetId?: string };
  const back: Transition = { outcome: 'rescored', close: await closings(context, 'rescored'), audit: [{ action: 'appeal.rescored', object: item.appeal.id, after: { scoreSheetId: scoreSheetId ?? null } }] };
  return openDeliberation(context, next, back, { statement: false });
}
