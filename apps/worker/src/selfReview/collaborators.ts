import { selfReviewErrors } from '@fairmark/contracts/errors';
import { NameCollaborators, RefuseCollaborators } from '@fairmark/contracts/reviews';
import { collaboratorRefusal, departmentsAsked } from '@fairmark/domain/goals';
import type { Transition, VisitSpec } from '@fairmark/domain/process';
import { insertComment } from '@fairmark/persistence/approvals';
import { sql } from '@fairmark/persistence/database';
import { askCollaborators, collaboratorCandidates } from '@fairmark/persistence/reviews';
import { refuse, type DecisionContext, type ProcessContext, type VisitContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import { loadReview, type Review } from '../reviews/review.js';
import { collaboratorsVisit, goOn } from './phase.js';

/** The employee proposes people while the self-review is open; the manager confirms them meanwhile. */
export async function proposeCollaborators(context: DecisionContext): Promise<Transition> {
  const { employeeIds } = NameCollaborators.parse(context.body);
  const review = await loadReview(context.tx, context.process.refId);
  if (!review.sheet?.collaboration) refuse(selfReviewErrors.noCollaboration);
  if (await waitingOrAsked(context, review)) refuse(selfReviewErrors.alreadyProposed);
  await mustBeEligible(context, review, employeeIds);
  return { outcome: 'proposed', open: [await collaboratorsVisit(context, review, employeeIds)], audit: [{ action: 'collaborators.proposed', object: review.id, after: { employeeIds } }] };
}

async function waitingOrAsked({ tx, process }: ProcessContext, review: Review): Promise<boolean> {
  const row = await tx.one(sql`
    select 1 from visits where workflow_id = ${process.workflowId} and step = 'collaborators' and state = 'open' union all select 1 from collaborator_inputs where review_id = ${review.id}`);
  return row !== undefined;
}

async function refusalOf({ tx, now }: ProcessContext, review: Review, ids: readonly string[]): Promise<ReturnType<typeof collaboratorRefusal>> {
  const codes = review.sheet ? departmentsAsked(review.sheet) : [];
  return collaboratorRefusal(ids, await collaboratorCandidates(tx, review.employeeId, codes, now.slice(0, 10)));
}

async function mustBeEligible(context: ProcessContext, review: Review, ids: readonly string[]): Promise<void> {
  const refusal = await refusalOf(context, review, ids);
  if (refusal) refuse(refusal.code, refusal.details);
}

/** The manager confirms, as proposed or with other people: they are asked. */
export async function confirmCollaborators(context: DecisionContext): Promise<Transition> {
  const { employeeIds } = NameCollaborators.parse(context.body);
  const { tx, visit, actorId, process } = context;
  const review = await loadReview(tx, process.refId);
  await mustBeEligible(context, review, employeeIds);
  return ask(context, review, employeeIds, { outcome: 'confirmed', close: [{ visitId: visit.id, outcome: 'confirmed', by: actorId }], audit: [] });
}

async function ask(context: ProcessContext, review: Review, employeeIds: readonly string[], transition: Transition): Promise<Transition> {
  await askCollaborators(context.tx, review.id, employeeIds, context.now);
  const asked = { action: 'collaborators.asked', object: review.id, after: { employeeIds } };
  return { ...transition, open: [await inputVisit(context, review, employeeIds)], audit: [...transition.audit, asked] };
}

async function inputVisit({ tx, now }: ProcessContext, review: Review, employeeIds: readonly string[]): Promise<VisitSpec> {
  const timing = await timingOf(tx, review, 'collaboratorInput', employeeIds[0] ?? null, now);
  return { step: 'collaboratorInput', assignees: employeeIds.map((employeeId) => ({ employeeId, why: 'collaborator' })), subjectId: review.employeeId, ...timing };
}

/** The manager wants other people: the employee proposes again while the self-review is open; after that nobody is asked. */
export async function returnCollaborators(context: DecisionContext): Promise<Transition> {
  const { reason } = RefuseCollaborators.parse(context.body);
  const { tx, visit, actorId, process, now } = context;
  const review = await loadReview(tx, process.refId);
  await insertComment(tx, { workflowId: process.workflowId, visitId: visit.id, authorId: actorId, kind: 'return', body: reason }, now);
  return goOn(context, review, {
    outcome: 'returned', close: [{ visitId: visit.id, outcome: 'returned', by: actorId }],
    audit: [{ action: 'collaborators.returned', object: review.id, texts: { reason: { body: reason, ownerId: actorId } } }],
    notices: [{ employeeId: review.employeeId, kind: 'collaborators.returned', link: `/reviews/${review.id}` }],
  });
}

/** Not confirmed in time: the employee's proposal stands where it still fits, else nobody is asked. */
export async function collaboratorsExpired(context: VisitContext): Promise<Transition | null> {
  const { tx, visit, process } = context;
  // A plan that escalates asks the next manager first.
  if (visit.timeout === 'escalate') return null;
  const review = await loadReview(tx, process.refId);
  const proposed = visit.payload.proposed as string[];
  const stands = proposed.length > 0 && !(await refusalOf(context, review, proposed));
  const close = [{ visitId: visit.id, outcome: stands ? 'proposalStands' : 'nobodyAsked' }];
  const transition: Transition = { outcome: 'notConfirmed', close, audit: [{ action: 'collaborators.notConfirmed', object: review.id, after: { stands } }] };
  return stands ? ask(context, review, proposed, transition) : goOn(context, review, transition);
}
