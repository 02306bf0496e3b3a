import { AppealErrors, type AppealError } from '@fairmark/contracts/errors';
import { assertNever } from '../common/index.js';
import type { AppealEvent, AppealEventType } from './events.js';
import { admitted, alternatesAdded, memberReplaced } from './seats.js';
import { closeAsStanding, papersAsked, papersIn, rescored, secondLevelFiled } from './papers.js';
import type { AppealPhase, AppealState } from './state.js';
import { ballotOpened, proposed, voted } from './voting.js';

/** In which phases an event is possible at all. */
const PHASES: Readonly<Record<AppealEventType, readonly AppealPhase[]>> = {
  admitted: ['admissibility'],
  refused: ['admissibility'],
  papersAsked: ['deliberation'],
  papersIn: ['deliberation'],
  statementGiven: ['deliberation'],
  proposed: ['deliberation'],
  ballotOpened: ['deliberation'],
  voted: ['deliberation'],
  memberReplaced: ['deliberation'],
  alternatesAdded: ['deliberation'],
  rescored: ['rescoring'],
  secondLevelFiled: ['decided'],
  secondLevelWindowEnded: ['decided'],
  withdrawn: ['admissibility', 'deliberation', 'rescoring'],
};

export type AppealResult = { readonly ok: true; readonly state: AppealState } | { readonly ok: false; readonly code: AppealError };

function next(state: AppealState, event: AppealEvent): AppealState | AppealError {
  switch (event.type) {
    case 'admitted':
      return admitted(state, event);
    case 'refused':
      return { ...closeAsStanding(state, 'refused'), refusal: { ground: event.ground, level: state.level } };
    case 'papersAsked':
      return papersAsked(state, event);
    case 'papersIn':
      return papersIn(state, event);
    case 'statementGiven':
      return state.statementId === null ? { ...state, statementId: event.statementId } : AppealErrors.statementGiven;
    case 'proposed':
      return proposed(state, event);
    case 'ballotOpened':
      return ballotOpened(state, event);
    case 'voted':
      return voted(state, event);
    case 'memberReplaced':
      return memberReplaced(state, event);
    case 'alternatesAdded':
      return alternatesAdded(state, event);
    case 'rescored':
      return rescored(state);
    case 'secondLevelFiled':
      return secondLevelFiled(state, event);
    case 'secondLevelWindowEnded':
      return closeAsStanding(state, 'refused');
    case 'withdrawn':
      return closeAsStanding(state, 'withdrawn');
    default:
      return assertNever(event);
  }
}

function wrongPhase(state: AppealState, event: AppealEvent): AppealError {
  const over = state.phase === 'decided' || state.phase === 'closed';
  if (event.type === 'secondLevelFiled' && state.level === 2) return AppealErrors.secondLevelUsed;
  return over && event.type !== 'secondLevelFiled' ? AppealErrors.decided : AppealErrors.wrongPhase;
}

/**
 * One step of an appeal: the new state, or why the event is refused. Pure: the same events always lead to the same state.
 * Appeals never pass by time-out: an overdue appeal is escalated, and only a silent member's seat or the employee's own
 * windows (papers, second level) end by time.
 */
export function applyAppealEvent(state: AppealState, event: AppealEvent): AppealResult {
  if (!PHASES[event.type].includes(state.phase)) return { ok: false, code: wrongPhase(state, event) };
  const result = next(state, event);
  return typeof result === 'string' ? { ok: false, code: result } : { ok: true, state: result };
}
