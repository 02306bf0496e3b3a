import { stepTables } from '../process/index.js';

/**
 * Steps in which the person was asked as this person: a seat in a panel or session with its exclusions and quorum, input about a colleague, the statement of
 * the manager as a party. Another manager's judgement may be given by a substitute, these may not.
 */
const SEATS = new Set(['review.collaboratorInput', 'calibration.deliberation', 'appeal.statement', 'appeal.vote', 'appeal.secondLevelVote']);

/** Whether a step is done in person. What somebody does in their own review, from goals to acceptance and appeal, always is. */
export function isPersonal(kind: string, step: string): boolean {
  return SEATS.has(`${kind}.${step}`) || stepTables[kind]?.[step]?.actor === 'subject';
}

/** All personal steps as `kind.step`, for queries. */
export const personalSteps: readonly string[] = Object.entries(stepTables).flatMap(([kind, steps]) => Object.keys(steps).filter((step) => isPersonal(kind, step)).map((step) => `${kind}.${step}`));

/** Steps that ask for different eyes although each has a visit of its own: whoever judged for one does not judge or sign for another. */
export const fourEyesSteps: readonly string[] = ['review.improvementJudgement', 'review.improvementSignature'];
