/** Facts of one step. */
export interface StepInfo {
  /** Phase shown to people; also the step column of the projection. */
  phase: string;
  /** `subject`: the person the review is about acts. `others`: everybody but that person. `none`: no person acts. */
  actor: 'subject' | 'others' | 'none';
  /** What ends the step by itself: a person's decision, a date, or another process. */
  waitsFor: 'person' | 'date' | 'process';
  /** Whether a deadline may end the step by default. Goals, scores and appeals never pass by time-out. */
  mayPassByTimeout: boolean;
}

/** One line of a step table. */
export const step = (phase: string, actor: StepInfo['actor'], waitsFor: StepInfo['waitsFor'], mayPassByTimeout = false): StepInfo => ({ phase, actor, waitsFor, mayPassByTimeout });
