import { AppealErrors, type AppealError } from '@fairmark/contracts/errors';
import type { AppealEvent } from './events.js';
import type { AppealState } from './state.js';

type Of<T extends AppealEvent['type']> = Extract<AppealEvent, { type: T }>;

/** Ends the case: with the last decision if there is one (the second level changed nothing), else as given. */
export function closeAsStanding(state: AppealState, otherwise: 'refused' | 'withdrawn'): AppealState {
  return { ...state, phase: 'closed', ballot: null, closedAs: state.decisions.at(-1)?.outcome ?? otherwise };
}

/** The one request for papers of the whole appeal. */
export function papersAsked(state: AppealState, { at, byId }: Of<'papersAsked'>): AppealState | AppealError {
  if (!state.panel?.memberIds.includes(byId)) return AppealErrors.notPanelMember;
  if (state.papers !== 'none') return AppealErrors.papersAlreadyAsked;
  return state.ballot ? AppealErrors.ballotOpen : { ...state, papers: 'asked', papersAskedAt: at };
}

/** Freezes evidence set 2. Nothing handed in: no set, and the case goes on. */
export function papersIn(state: AppealState, { at, paperIds }: Of<'papersIn'>): AppealState | AppealError {
  if (state.papers !== 'asked') return AppealErrors.papersNotAsked;
  const added = paperIds.length > 0 ? [{ number: 2 as const, frozenAt: at, paperIds }] : [];
  return { ...state, papers: 'in', evidence: [...state.evidence, ...added] };
}

/** Back from scoring: the same panel deliberates anew on the new scores. */
export function rescored(state: AppealState): AppealState {
  return { ...state, phase: 'deliberation', proposals: [], ballot: null };
}

/** Other people hear the case once more; everybody who sat on the first panel is excluded. */
export function secondLevelFiled(state: AppealState, { at, ground, paperIds }: Of<'secondLevelFiled'>): AppealState | AppealError {
  if (state.level === 2) return AppealErrors.secondLevelUsed;
  if (ground === 'newEvidence' && paperIds.length === 0) return AppealErrors.secondLevelGround;
  const added = paperIds.length > 0 ? [{ number: 3 as const, frozenAt: at, paperIds }] : [];
  return {
    ...state, phase: 'admissibility', level: 2, admittedAt: null, panel: null, statementId: null, proposals: [], ballot: null,
    earlierPanelIds: [...(state.panel?.memberIds ?? []), ...(state.panel?.replacedIds ?? [])],
    secondLevel: { ground, filedAt: at }, evidence: [...state.evidence, ...added],
  };
}
