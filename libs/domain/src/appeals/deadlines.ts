import type { AppealState } from './state.js';

/** Lengths in working days; configuration, these are the defaults. */
export interface AppealDays {
  readonly admissibility: number;
  readonly decision: number;
  readonly secondLevelFiling: number;
  readonly secondLevelDecision: number;
  readonly papers: number;
  readonly statement: number;
  readonly silence: number;
}

export const APPEAL_DAYS: AppealDays = { admissibility: 2, decision: 10, secondLevelFiling: 5, secondLevelDecision: 10, papers: 3, statement: 3, silence: 2 };

/** What an appeal waits for, from when, and for how many working days. The calendar and zone are those of who has to act. */
export interface AppealWait {
  readonly waitsFor: 'admissibility' | 'decision' | 'papers' | 'statement' | 'vote' | 'secondLevel';
  /** Who has to act, where it is single people: silent voters. */
  readonly personId: string | null;
  readonly since: string;
  readonly workingDays: number;
  /** `escalate`: nobody decides by time-out. `replace`: the seat goes to an alternate. `lapse`: the employee's or manager's chance is over. */
  readonly atDeadline: 'escalate' | 'replace' | 'lapse';
}

function deliberationWaits(state: AppealState, days: AppealDays): AppealWait[] {
  const admittedAt = state.admittedAt ?? state.filedAt;
  const workingDays = state.level === 1 ? days.decision : days.secondLevelDecision;
  const since = state.level === 1 ? admittedAt : (state.secondLevel?.filedAt ?? admittedAt);
  const waits: AppealWait[] = [{ waitsFor: 'decision', personId: null, since, workingDays, atDeadline: 'escalate' }];
  if (state.papers === 'asked') waits.push({ waitsFor: 'papers', personId: state.subjectId, since: state.papersAskedAt ?? admittedAt, workingDays: days.papers, atDeadline: 'lapse' });
  if (state.statementId === null && !state.ballot) waits.push({ waitsFor: 'statement', personId: null, since: admittedAt, workingDays: days.statement, atDeadline: 'lapse' });
  const voted = new Set(state.ballot?.votes.map(({ memberId }) => memberId));
  for (const [personId, askedAt] of Object.entries(state.ballot?.askedAt ?? {})) {
    if (!voted.has(personId)) waits.push({ waitsFor: 'vote', personId, since: askedAt, workingDays: days.silence, atDeadline: 'replace' });
  }
  return waits;
}

/**
 * Everything the appeal waits for now.
 * Rule: admissibility 2 working days, decision 10, second level filed within 5 and decided within 10 (of its filing), papers 3,
 * a member silent for 2 is replaced.
 */
export function appealWaits(state: AppealState, days = APPEAL_DAYS): AppealWait[] {
  const since = state.secondLevel?.filedAt ?? state.filedAt;
  if (state.phase === 'admissibility') return [{ waitsFor: 'admissibility', personId: null, since, workingDays: days.admissibility, atDeadline: 'escalate' }];
  if (state.phase === 'deliberation') return deliberationWaits(state, days);
  const decidedAt = state.decisions.at(-1)?.decidedAt;
  if (state.phase !== 'decided' || decidedAt === undefined) return [];
  return [{ waitsFor: 'secondLevel', personId: state.subjectId, since: decidedAt, workingDays: days.secondLevelFiling, atDeadline: 'lapse' }];
}
