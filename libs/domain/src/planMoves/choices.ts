import type { PlanMoveChoice, PlanMoveKept } from '@fairmark/contracts/planMoves';

/** Steps of a review in which a move is possible, with the choices that each offers besides staying. From calibration on a result is compared with others: it keeps its version. */
const OFFERED: Readonly<Record<string, readonly PlanMoveChoice[]>> = {
  goalSetting: ['nextStep', 'restart'],
  period: ['nextStep', 'restart'],
  selfReview: ['nextStep', 'restart'],
  // The score is computed when scoring ends: at the step after it a new version would change nothing.
  scoring: ['restart'],
};

/** Where a review stands. */
export interface Standing {
  open: boolean;
  step: string;
  planVersionId: string;
}

/** Why a review cannot move as chosen, by where it stands alone; null when it can. */
export function keptWhere({ open, step, planVersionId }: Standing, { choice, to }: { choice: PlanMoveChoice; to: string }): PlanMoveKept | null {
  if (!open) return 'closed';
  if (planVersionId === to) return 'sameVersion';
  if (choice === 'stay') return null;
  const offered = OFFERED[step];
  if (!offered) return 'tooLate';
  return offered.includes(choice) ? null : 'scoring';
}
