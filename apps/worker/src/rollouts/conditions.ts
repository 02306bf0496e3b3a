import { CloseCondition } from '@fairmark/contracts/rollouts';
import type { Transition } from '@fairmark/domain/process';
import { closeCondition } from '@fairmark/persistence/rollouts';
import type { DecisionContext } from '../processes/index.js';

/** The owner of a condition says what closed it. */
export async function close({ tx, visit, actorId, now, body }: DecisionContext): Promise<Transition> {
  const { evidence } = CloseCondition.parse(body);
  const id = String(visit.payload['conditionId']);
  await closeCondition(tx, id, actorId, evidence, now);
  return { outcome: 'closed', close: [{ visitId: visit.id, outcome: 'closed', by: actorId }], audit: [{ action: 'rollout.conditionClosed', object: id, texts: { evidence: { body: evidence, ownerId: actorId } } }] };
}
