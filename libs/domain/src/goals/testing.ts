import type { PersonalGoal } from '@fairmark/contracts/goals';
import { referencePlan } from '../plans/reference.js';
import { composeSheet, type OperatedCommunity } from './compose.js';

/** Builders for tests of goals. */
export const PERIOD = { start: '2026-07-01', end: '2026-12-31' };

export function community(code: string, extra: Partial<OperatedCommunity> = {}): OperatedCommunity {
  return { code, name: { zh: code }, type: 'content', stage: 'growth', shareBp: null, dependsOnDepartments: [], ...extra };
}

/** A sheet of the reference plan with one content community in its growth stage. */
export const sheet = () => composeSheet({ plan: referencePlan, communities: [community('c1')], position: null });

export function personalGoal(goalId: string, weightBp: number, extra: Partial<PersonalGoal> = {}): PersonalGoal {
  return { goalId, kind: 'goal', title: goalId, measure: 'seen', parentGoal: 'department', dueOn: PERIOD.end, weightBp, ...extra };
}
