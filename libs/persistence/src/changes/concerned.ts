import type { ApprovalEvent } from '@fairmark/contracts/approvals';
import type { ConcernedTask } from '@fairmark/contracts/changes';
import type { ProcessKind } from '@fairmark/contracts/process';
import { apply, openTasks as approvalTasks } from '@fairmark/domain/approval';
import { APPOINTS } from '@fairmark/domain/process';
import { loadApproval, resolveApprovers } from '../approvals/index.js';
import { sql } from '../database/index.js';
import { loadProcess, openTasks, openVisits } from '../process/load.js';
import type { TaskRow, VisitRow } from '../process/rows.js';
import type { HolderContext, ReviewOf } from '../reviews/holders/index.js';
import { plannedMoves } from './plan.js';
import type { ChangeRow } from './rows.js';

/** A {@link ConcernedTask} with people as ids. */
export type Concerned = Omit<ConcernedTask, 'from' | 'to' | 'subject'> & { fromId: string; toId: string | null; subjectId: string | null };

interface Outcome {
  task: Pick<TaskRow, 'assigneeId'>;
  to: { employeeId: string; why: string } | null;
  outcome: Concerned['outcome'];
}

/** Open tasks of a process that a change concerns, with what becomes of each; asked inside a transaction in which the change is written. */
export async function concernedTasks(context: HolderContext, workflowId: string, change: ChangeRow): Promise<Concerned[]> {
  const process = await loadProcess(context.tx, workflowId);
  if (!process) return [];
  const review = process.kind === 'review' ? await context.tx.one(sql<ReviewOf>`select id, employee_id as "employeeId", department_id as "departmentId" from reviews where id = ${process.refId}`) : undefined;
  const found: Concerned[] = [];
  for (const visit of await openVisits(context.tx, workflowId)) {
    const tasks = await openTasks(context.tx, visit.id);
    const outcomes = visit.approvalId ? await inApproval(context, visit, change, process.kind) : review ? await inReview(context, review, visit, tasks, change) : seats(tasks, change);
    const subjectId = visit.subjectId ?? review?.employeeId ?? null;
    found.push(...withStaying(outcomes, tasks, change).map(({ task, to, outcome }): Concerned => ({
      visitId: visit.id, process: process.kind, processId: process.refId, step: visit.step, subjectId, fromId: task.assigneeId, toId: to?.employeeId ?? null, why: to?.why ?? null, outcome,
      policy: change.policies[process.kind] ?? 'followNew',
    })));
  }
  return found;
}

async function inReview(context: HolderContext, review: ReviewOf, visit: VisitRow, tasks: readonly TaskRow[], change: ChangeRow): Promise<Outcome[]> {
  const moves = await plannedMoves(context, review, visit, tasks, change);
  return moves.map(({ task, to }) => ({ task, to, outcome: to === null ? 'ends' : to.why === APPOINTS ? 'appoints' : 'moves' }));
}

/** The engine is asked what it would do; nothing of it is kept. */
async function inApproval({ tx, now }: HolderContext, visit: VisitRow, change: ChangeRow, kind: ProcessKind): Promise<Outcome[]> {
  const item = await loadApproval(tx, String(visit.approvalId));
  const before = approvalTasks(item.state).filter((task) => task.visitId === visit.payload['nodeVisit']);
  const resolution = await resolveApprovers(tx, item.definition, item.scope, now, [...item.state.subjectIds, ...before.map((task) => task.personId)]);
  const event: ApprovalEvent = { type: 'organisationChanged', at: now, resolution, follow: change.policies[kind] !== 'stayOld' };
  const result = apply(item.definition, item.state, event);
  if (!result.ok) return [];
  const after = approvalTasks(result.state);
  const came = after.filter((task) => !before.some((one) => one.personId === task.personId));
  return before.filter((task) => !after.some((one) => one.personId === task.personId)).map(({ personId }, index) => {
    const toId = change.kind === 'left' && change.successorId ? change.successorId : (came[index]?.personId ?? null);
    return { task: { assigneeId: personId }, to: toId === null ? null : { employeeId: toId, why: toId === change.successorId ? 'successor' : 'approver' }, outcome: toId === null ? 'ends' : 'moves' };
  });
}

/** A seat goes to the successor where the rules of the session or panel let them sit, else to whom these name. */
const seats = (tasks: readonly TaskRow[], change: ChangeRow): Outcome[] =>
  change.kind === 'left' ? tasks.filter((task) => task.assigneeId === change.employeeId).map((task) => ({ task, to: null, outcome: 'moves' })) : [];

/** Tasks of the former manager, or of whoever is away, that the policy leaves where they are: shown, so that nobody wonders. */
function withStaying(outcomes: readonly Outcome[], tasks: readonly TaskRow[], change: ChangeRow): Outcome[] {
  const person = change.kind === 'onLeave' ? change.employeeId : change.fromManagerId;
  const stays = tasks.filter((task) => task.assigneeId === person && !outcomes.some((one) => one.task.assigneeId === person));
  return [...outcomes, ...stays.map((task): Outcome => ({ task, to: null, outcome: 'stays' }))];
}
