import { CollaboratorAnswer } from '@fairmark/contracts/reviews';
import type { Transition } from '@fairmark/domain/process';
import { dropDraft, markMissing, recordAnswer } from '@fairmark/persistence/reviews';
import type { DecisionContext, VisitContext } from '../processes/index.js';
import { loadReview } from '../reviews/review.js';
import { goOn } from './phase.js';

/** A collaborator answers; the visit ends with the last of them. The audit record keeps no figure: the input is shown without names. */
export async function answerAsCollaborator(context: DecisionContext): Promise<Transition> {
  const { tx, visit, tasks, actorId, assigneeId, now, process } = context;
  const answer = CollaboratorAnswer.parse(context.body);
  await recordAnswer(tx, process.refId, { visitId: visit.id, employeeId: assigneeId, ...answer }, now);
  await dropDraft(tx, actorId, `visit/${visit.id}`);
  const audit = [{ action: 'collaborator.answered', object: process.refId, texts: { answer: { body: answer.text, ownerId: actorId } } }];
  if (tasks.length > 1) return { outcome: 'answered', decided: [{ visitId: visit.id, employeeId: assigneeId, decision: 'answered' }], audit };
  return goOn(context, await loadReview(tx, process.refId), { outcome: 'answered', close: [{ visitId: visit.id, outcome: 'answered', by: actorId }], audit });
}

/** Rule (rules §5): missing is missing. */
export async function inputExpired(context: VisitContext): Promise<Transition> {
  const { tx, visit, tasks, process } = context;
  await markMissing(tx, process.refId);
  return goOn(context, await loadReview(tx, process.refId), {
    outcome: 'missing', close: [{ visitId: visit.id, outcome: 'missing' }], audit: [{ action: 'collaborator.missing', object: process.refId, after: { missing: tasks.length } }],
  });
}
