import type { Transition, VisitSpec } from '@fairmark/domain/process';
import { sql } from '@fairmark/persistence/database';
import { openVisits } from '@fairmark/persistence/process';
import { managerFor } from '@fairmark/persistence/reviews';
import type { ProcessContext } from '../processes/index.js';
import { timingOf } from '../reviews/deadlines.js';
import { leadingTo } from '../reviews/enter.js';
import type { Review } from '../reviews/review.js';
import { enterScoring } from '../scoring/enter.js';

/** The manager confirms the people whom the employee proposed, or names them where the employee did not. */
export async function collaboratorsVisit(context: ProcessContext, review: Review, proposed: readonly string[]): Promise<VisitSpec> {
  const assignees = await managerFor(context, review);
  const timing = await timingOf(context.tx, review, 'collaborators', assignees[0]?.employeeId ?? null, context.now);
  return { step: 'collaborators', assignees, subjectId: review.employeeId, payload: { proposed }, ...timing };
}

/**
 * Self-review and collaborators run side by side; scoring begins when nothing of the phase is open any more. A sheet with a collaboration item whose
 * employee proposed nobody still asks the manager for names.
 */
export async function goOn(context: ProcessContext, review: Review, transition: Transition): Promise<Transition> {
  const next = await asksForNames(context, review) ? { ...transition, open: [...(transition.open ?? []), await collaboratorsVisit(context, review, [])] } : transition;
  const closing = new Set((next.close ?? []).map((visit) => visit.visitId));
  const still = (await openVisits(context.tx, context.process.workflowId)).filter((visit) => !closing.has(visit.id));
  if (still.length > 0 || (next.open ?? []).length > 0) return next;
  return leadingTo(next, await enterScoring(context, review));
}

async function asksForNames({ tx, process }: ProcessContext, review: Review): Promise<boolean> {
  if (!review.sheet?.collaboration) return false;
  return (await tx.one(sql`select 1 from visits where workflow_id = ${process.workflowId} and step = 'collaborators'`)) === undefined;
}
