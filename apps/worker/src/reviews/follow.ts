import type { Transition } from '@fairmark/domain/process';
import { plannedMoves, type ChangeRow } from '@fairmark/persistence/changes';
import { openTasks, openVisits, type VisitRow } from '@fairmark/persistence/process';
import { markMissing } from '@fairmark/persistence/reviews';
import { changeOf, followApprovals, joinTransitions, moveVisit } from '../changes/index.js';
import { goalHosts } from '../goals/hosts.js';
import type { EventContext, ProcessContext, VisitContext } from '../processes/index.js';
import { opinionNotGiven } from '../scoring/opinion.js';
import { resegment } from '../scoring/resegment.js';
import { inputExpired } from '../selfReview/input.js';
import { selfReviewExpired } from '../selfReview/submit.js';
import type { ReviewPart } from './handlers.js';
import { loadReview, type Review } from './review.js';

/** Changes that may cut the period into other stretches. */
const OF_STRETCHES = new Set<ChangeRow['kind']>(['managerChanged', 'transferred', 'departmentMerged', 'departmentSplit']);

/**
 * The organisation changed: open steps follow it as the policies of the review say. Without a change named it looks whether anybody who has to act cannot any more. Without effect when
 * nothing of it concerns the review, so it may be sent as often as one likes, early or late.
 */
async function follow(context: EventContext): Promise<Transition | null> {
  const { tx, process } = context;
  const change = await changeOf(context);
  const review = await loadReview(tx, process.refId);
  const left = await subjectLeft(context, review, change);
  if (left) return left;
  const stretches = change && OF_STRETCHES.has(change.kind) ? await resegment(context, review) : null;
  const visits = (await openVisits(tx, process.workflowId)).filter((visit) => !(stretches?.close ?? []).some((closing) => closing.visitId === visit.id));
  let joined: Transition | null = stretches ? { outcome: 'followed', ...stretches } : null;
  joined = joinTransitions(joined, await followApprovals(context, (visit) => goalHosts[visit.step], visits, change));
  for (const visit of visits.filter((one) => !one.approvalId)) joined = joinTransitions(joined, await followVisit(context, review, visit, change));
  return joined;
}

/** Rule (rules §11): a leaver is scored without a self-review; nobody waits for it. */
async function subjectLeft(context: EventContext, review: Review, change: ChangeRow | null): Promise<Transition | null> {
  if (change?.kind !== 'left' || change.employeeId !== review.employeeId) return null;
  const visit = (await openVisits(context.tx, context.process.workflowId)).find((one) => one.step === 'selfReview');
  return visit ? selfReviewExpired({ ...context, visit, tasks: await openTasks(context.tx, visit.id) }) : null;
}

async function followVisit(context: ProcessContext, review: Review, visit: VisitRow, change: ChangeRow | null): Promise<Transition | null> {
  const tasks = await openTasks(context.tx, visit.id);
  const moves = await plannedMoves(context, review, visit, tasks, change);
  if (moves.length === 0) return null;
  const transition: Transition = { outcome: 'followed', ...(await moveVisit(context, visit, moves, change)) };
  const rest = await openTasks(context.tx, visit.id);
  return rest.length > 0 ? transition : joinTransitions(transition, await unanswered({ ...context, visit, tasks: rest }));
}

/** What was asked of people in person, and nobody is left who could answer: missing is missing. */
async function unanswered(context: VisitContext): Promise<Transition> {
  if (context.visit.step === 'opinion') return opinionNotGiven(context);
  await markMissing(context.tx, context.process.refId);
  return inputExpired(context);
}

/** Reviews follow the organisation. */
export const followPart: ReviewPart = { actions: {}, expire: {}, events: { organisationChanged: follow } };
