import type { Assignee } from '@fairmark/domain/process';
import { loadSegments } from '../../scoring/segments.js';
import { bufferPeople } from './buffers.js';
import type { HolderContext, ReviewOf } from './context.js';
import { arbiterFor, interviewersFor, managerFor } from './line.js';
import { ratabilityPeople, scorersOf } from './scoring.js';

/** Whom a step of a review would ask if its visit opened now. Steps that ask for one certain person, such as a collaborator, ask nobody else. */
export async function holdersOfStep(context: HolderContext, review: ReviewOf, { step, payload }: { step: string; payload: Record<string, unknown> }): Promise<Assignee[]> {
  switch (step) {
    case 'goalArbitration':
      return arbiterFor(context, review);
    case 'scoring':
      return scorersFor(context, review, payload['segmentNo']);
    case 'ratability':
      return ratabilityPeople(context, review);
    case 'interview':
      return interviewersFor(context, review);
    case 'improvementJudgement':
      return (await bufferPeople(context, review))[payload['as'] === 'hr' ? 'hr' : 'manager'];
    case 'supportPlan':
      return (await bufferPeople(context, review)).manager;
    case 'improvementSignature':
      return (await bufferPeople(context, review)).next;
    case 'collaboratorInput': case 'opinion':
      return [];
    default:
      return managerFor(context, review);
  }
}

async function scorersFor(context: HolderContext, review: ReviewOf, segmentNo: unknown): Promise<Assignee[]> {
  const segment = (await loadSegments(context.tx, review.id)).find((one) => one.no === segmentNo);
  return segment ? scorersOf(context, review, segment) : managerFor(context, review);
}
