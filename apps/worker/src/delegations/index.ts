import { delegationErrors } from '@fairmark/contracts/errors';
import { isPersonal } from '@fairmark/domain/delegations';
import type { Transition } from '@fairmark/domain/process';
import { standInAt, whyNotStandIn } from '@fairmark/persistence/delegations';
import type { DecisionContext } from '../processes/handlers.js';
import { refuse } from '../processes/refusal.js';

/**
 * Whose task the actor may do here as a substitute, by the instant at which the decision was received: a delegation that has ended meanwhile still covers what came
 * in before. Undefined when nobody of the visit has delegated anything to them; refused with the reason when somebody has, but not this.
 */
export async function holderFor({ tx, visit, process, actorId, now }: DecisionContext): Promise<string | undefined> {
  if (!visit.id) return undefined;
  const holder = await standInAt(tx, actorId, visit.id, now);
  if (holder) return holder;
  const why = await whyNotStandIn(tx, actorId, visit.id, now);
  if (!why) return undefined;
  if (!why.live) refuse(delegationErrors.ended);
  if (isPersonal(process.kind, visit.step)) refuse(delegationErrors.personalStep);
  if (why.acted) refuse(delegationErrors.alreadyActed);
  return why.party ? refuse(delegationErrors.ownCase) : undefined;
}

/** What a rule wrote as the actor's doing is the holder's task done by the actor: "B for A" on the visit, the task and the record. */
export function onBehalfOf(transition: Transition, actorId: string, holderId: string): Transition {
  if (actorId === holderId) return transition;
  return {
    ...transition,
    ...(transition.close ? { close: transition.close.map((closing) => (closing.by === actorId ? { onBehalfOf: holderId, ...closing } : closing)) } : {}),
    ...(transition.decided ? { decided: transition.decided.map((task) => (task.employeeId === actorId ? { ...task, employeeId: holderId } : task)) } : {}),
  };
}
