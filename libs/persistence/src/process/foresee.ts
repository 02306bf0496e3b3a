import { actionBody } from '@fairmark/contracts/actions';
import { isOfHolders, mayFollowClosing } from '@fairmark/domain/process';
import { sql, type Database, type Executor } from '../database/index.js';
import { standInAt, whyNotStandIn } from '../delegations/standIn.js';
import { inDecision, type Decision } from './decision.js';
import { tooLate, withoutTask, type Refused } from './refusals.js';

/**
 * Refuses a recorded command without its workflow, in one transaction, when it is certain that the worker would refuse it: an update that changes nothing
 * would only lengthen the history. Null when the worker has to say. What was answered meanwhile is answered again.
 */
export async function refuseForeseen(database: Database, command: { workflowId: string; updateId: string }): Promise<Refused | null> {
  return inDecision(database, command, async (tx, decision) => {
    const refused = decision?.command.state === 'pending' ? await foreseenRefusal(tx, decision) : undefined;
    // Nobody waits for a workflow to confirm what it never hears of.
    if (refused) await tx.run(sql`update commands set state = 'refused', answer = ${JSON.stringify(refused)}, applied_at = now(), confirmed_at = now() where update_id = ${command.updateId}`);
    return refused ?? null;
  });
}

/**
 * The refusal that the worker would give now, by the same facts under the same locks and in the same order; undefined when its rules have a say, or when something that was received before may still change the
 * answer.
 */
export async function foreseenRefusal(tx: Executor, decision: Decision): Promise<Refused | undefined> {
  const { command, facts } = decision;
  if (facts.visit?.state === 'closed' && mayFollowClosing(command.action)) return undefined;
  if (await somethingWaits(tx, command)) return undefined;
  const late = tooLate(decision, () => false);
  if (late) return late;
  return command.visitId && isOfHolders(command.action) ? notTheirs(tx, decision, command.visitId) : undefined;
}

async function somethingWaits(tx: Executor, { workflowId, updateId }: Decision['command']): Promise<boolean> {
  const row = await tx.one(sql`
    select 1 from commands where workflow_id = ${workflowId} and state = 'pending' and update_id <> ${updateId} union all select 1 from process_events where workflow_id = ${workflowId} and state = 'pending' limit 1`);
  return row !== undefined;
}

/** People who have left, the subject of the case and everybody with a task or a delegation get their answer from the worker. */
async function notTheirs(tx: Executor, { process, command, facts }: Decision, visitId: string): Promise<Refused | undefined> {
  const { actorId, receivedAt, action } = command;
  if (!facts.active || !facts.visit || !actionBody(process.kind, facts.visit.step, action) || facts.visit.subjectId === actorId || facts.tasks.some((task) => task.assigneeId === actorId)) return undefined;
  if ((await standInAt(tx, actorId, visitId, receivedAt)) ?? (await whyNotStandIn(tx, actorId, visitId, receivedAt))) return undefined;
  return withoutTask(tx, visitId, actorId);
}
