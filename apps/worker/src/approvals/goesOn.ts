import type { ApprovalTask } from '@fairmark/domain/approval';
import { stepOf } from '@fairmark/domain/approval';
import { sql } from '@fairmark/persistence/database';
import { addTasks, dueOf, moveDeadline, type DeadlineMove, type TaskRow } from '@fairmark/persistence/process';
import type { ProcessContext } from '../processes/index.js';
import type { Applied, Shown } from './carryOut.js';
import type { ApprovalAct, ApprovalPart } from './request.js';
import { whyOf } from './visitSpec.js';

interface Change {
  shown: Shown;
  /** Who has to act in the node now, and who of them newly. */
  wanted: readonly ApprovalTask[];
  joins: readonly ApprovalTask[];
}

/** The visit goes on: somebody is done or falls away, somebody joins, its deadline moves. */
export async function goesOn(context: ProcessContext, applied: Applied, part: ApprovalPart, { shown, wanted, joins }: Change): Promise<void> {
  const { tx, process, now } = context;
  const { visit, tasks } = shown;
  const leaves = tasks.filter((held) => !wanted.some((task) => task.personId === held.assigneeId));
  const done = leaves.filter((held) => isActing(applied, visit.id, held));
  part.decided.push(...done.map((held) => ({ visitId: visit.id, employeeId: held.assigneeId, decision: String(applied.act?.type) })));
  const gone = leaves.filter((held) => !done.includes(held));
  if (gone.length > 0) await tx.run(sql`update tasks set state = ${stateOf(applied.act)}, decided_at = ${now} where id = any(${gone.map((held) => held.id)}::uuid[])`);
  const definition = applied.item.definition;
  await addTasks(tx, process, visit, joins.map((task) => ({ employeeId: task.personId, why: whyOf(definition, visit.node ?? '', task) })), now);
  await moveClock(context, applied, { shown, wanted, joins });
}

/** Whoever joins has the full length of the node; the others never less than they had. A policy that extends counts from now. */
async function moveClock({ tx, now }: ProcessContext, { effects, item, act }: Applied, { shown: { visit }, wanted, joins }: Change): Promise<void> {
  const rearm = effects.find((effect) => effect.type === 'rearm' && wanted.some((task) => task.id === effect.taskId));
  const holder = joins[0]?.personId ?? wanted[0]?.personId ?? null;
  const move = moveBy(act, now);
  if (rearm?.type === 'rearm') {
    await moveDeadline(tx, visit.id, holder, now, { duration: rearm.duration }, move);
    return;
  }
  const duration = stepOf(item.definition, visit.node ?? '')?.duration;
  if (joins.length === 0 || !duration) return;
  const due = await dueOf(tx, holder, now, { duration });
  if (visit.dueAt === null || due.dueAt > visit.dueAt) await moveDeadline(tx, visit.id, holder, now, { duration }, move);
}

/** Why a clock of a node is set anew: its own policy when time is up, else because somebody else has it now, by whose act. */
const moveBy = (act: ApprovalAct | undefined, at: string): DeadlineMove => (act?.type === 'timeout' ? { cause: 'policy', at } : { cause: 'handOver', at, actorId: act && 'actorId' in act ? act.actorId : null });

const DECIDES: ReadonlySet<ApprovalAct['type']> = new Set(['approve', 'reject', 'return', 'addAfter', 'opinion']);

/** Whether the task is the one with which the actor has just decided. */
function isActing({ act, visit }: Applied, visitId: string, held: TaskRow): boolean {
  if (!act || !DECIDES.has(act.type) || visit?.id !== visitId || !('actorId' in act)) return false;
  return held.assigneeId === (('assigneeId' in act ? act.assigneeId : undefined) ?? act.actorId);
}

/** Somebody else has it now, or it is not needed any more. */
const stateOf = (act: ApprovalAct | undefined): 'moved' | 'notNeeded' => (act && (DECIDES.has(act.type) || act.type === 'removeAdded') ? 'notNeeded' : 'moved');
