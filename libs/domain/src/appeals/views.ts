import type { AppealState } from './state.js';

/** What the employee sees: where it stands, the frozen papers, decisions with facts, rule and reason; no votes, no proposals. */
export type EmployeeAppealView = Pick<AppealState, 'phase' | 'level' | 'filedAt' | 'contested' | 'evidence' | 'papers' | 'papersAskedAt' | 'decisions' | 'refusal' | 'closedAs' | 'secondLevel'> & {
  readonly panelIds: readonly string[];
  readonly sentBackItems: readonly AppealState['contested'][number]['item'][];
  readonly mayWithdraw: boolean;
  readonly mayCallSecondLevel: boolean;
  /** Reward effects are held while the appeal is open. */
  readonly payHeld: boolean;
};

/** Whether the case is still open; a decision can still go to the second level. */
export const isAppealOpen = (state: AppealState): boolean => state.phase !== 'closed';

/** Whether the employee may still take it back, which ends with the decision of the present level. */
export const mayWithdraw = (state: AppealState): boolean => state.phase !== 'decided' && state.phase !== 'closed';

/** Rule: the pay effect is held while an appeal is open; a shadow result has none to hold. */
export const payHeld = (state: AppealState, shadow: boolean): boolean => isAppealOpen(state) && !shadow;

export function employeeAppealView(state: AppealState, shadow: boolean): EmployeeAppealView {
  const { phase, level, filedAt, contested, evidence, papers, papersAskedAt, decisions, refusal, closedAs, secondLevel } = state;
  return {
    phase, level, filedAt, contested, evidence, papers, papersAskedAt, decisions, refusal, closedAs, secondLevel,
    panelIds: state.panel?.memberIds ?? [], sentBackItems: state.sentBack?.items ?? [], mayWithdraw: mayWithdraw(state),
    mayCallSecondLevel: phase === 'decided' && level === 1, payHeld: payHeld(state, shadow),
  };
}

/** What the manager sees: the contested items (with their grounds, kept apart) and the outcome; not papers, votes or deliberation. */
export function managerAppealView(state: AppealState): Pick<AppealState, 'phase' | 'level' | 'filedAt' | 'closedAs'> & {
  readonly contestedItems: readonly AppealState['contested'][number]['item'][];
  readonly mayGiveStatement: boolean;
  readonly statementId: string | null;
} {
  const { phase, level, filedAt, closedAs, statementId } = state;
  const mayGiveStatement = phase === 'deliberation' && statementId === null && state.ballot === null;
  return { phase, level, filedAt, closedAs, statementId, contestedItems: state.contested.map(({ item }) => item), mayGiveStatement };
}
