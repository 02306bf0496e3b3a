import { ReassignVisit } from '@fairmark/contracts/cycles';
import { hrErrors } from '@fairmark/contracts/errors';
import type { Transition } from '@fairmark/domain/process';
import { recordHrAct } from '@fairmark/persistence/cycles';
import { openTasks } from '@fairmark/persistence/process';
import { actInApproval } from '../approvals/index.js';
import { goalHosts } from '../goals/hosts.js';
import { refuse, type DecisionContext } from '../processes/index.js';
import { APPOINTS } from '../processes/escalate.js';
import { moveTasks } from '../reviews/moveTasks.js';
import { loadReview } from '../reviews/review.js';
import { mayTakeOver } from './appointee.js';
import { concerned } from './concerned.js';
import { visitOf } from './visit.js';

/** Somebody else does an open task. In an approval the engine moves it; elsewhere the task moves inside the visit, and what others have done there stays. */
export async function reassign(context: DecisionContext): Promise<Transition> {
  const { tx, actorId, now } = context;
  const { visitId, fromEmployeeId, toEmployeeId, reason } = ReassignVisit.parse(context.body);
  const visit = await visitOf(context, visitId);
  const review = await loadReview(tx, context.process.refId);
  await mayTakeOver(context, review, visit, toEmployeeId);
  const tasks = await openTasks(tx, visit.id);
  if (tasks.some((task) => task.assigneeId === toEmployeeId && task.why !== APPOINTS)) refuse(hrErrors.alreadyAsked);
  const from = tasks.filter((task) => fromEmployeeId === undefined || task.assigneeId === fromEmployeeId || task.why === APPOINTS);
  const asked = from.filter((task) => task.why !== APPOINTS);
  if (fromEmployeeId !== undefined && asked.length === 0) refuse(hrErrors.nobodyAsked);
  await recordHrAct(tx, { cycleId: review.cycleId, reviewId: review.id, act: 'reassign', actorId, reason, detail: { step: visit.step, to: toEmployeeId }, at: now });
  const transition: Transition = {
    outcome: 'reassigned',
    notices: await concerned(tx, review, [visit], 'hr.reassigned'),
    audit: [{ action: 'hr.reassigned', object: review.id, before: asked.map((task) => task.assigneeId), after: { visitId: visit.id, step: visit.step, to: toEmployeeId }, texts: { reason: { body: reason, ownerId: review.employeeId } } }],
  };
  // In an approval HR's own task is one of the engine, too: it moves like any other.
  const first = asked[0] ?? from[0];
  const host = goalHosts[visit.step];
  if (visit.approvalId && first && host) return actInApproval(context, host, visit, { type: 'reassign', actorId, fromId: first.assigneeId, toId: toEmployeeId, comment: reason }, transition);
  await moveTasks(context, visit, from, { employeeId: toEmployeeId, why: asked[0]?.why ?? 'appointed' });
  return { ...transition, notices: [...(transition.notices ?? []), { employeeId: toEmployeeId, kind: `task.review.${visit.step}`, link: `/visits/${visit.id}` }] };
}
