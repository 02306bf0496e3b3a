import { quotaNumbers, type QuotaNumber } from './quota-numbers.js';
import type { BandQuota, QuotaMode } from './quotas.js';

/**
 * Where a person of a session stands. Only `scored` people count in quotas: not rated, deferred and shadow people are outside
 * the denominator, `unscored` ones are shown as such until they are scored.
 */
export interface CalibrationPerson {
  readonly employeeId: string;
  readonly standing: 'unscored' | 'scored' | 'notRated' | 'deferred';
  /** Present when scored. */
  readonly band: string | null;
  /** A shadow result has no consequence and no quota. */
  readonly shadow: boolean;
}

export interface BandCount {
  readonly band: string;
  readonly count: number;
  /** Share of the counted people in basis points, rounded by largest remainder: the shares sum to 10,000 unless nobody counts. */
  readonly shareBp: number;
}

/** Everybody of the head count is in exactly one of the figures. */
export interface Distribution {
  readonly headCount: number;
  readonly rated: number;
  readonly unscored: number;
  readonly notRated: number;
  readonly deferred: number;
  readonly shadow: number;
  readonly bands: readonly BandCount[];
}

/** Whether a person counts in the denominator of quotas. */
export const countsInQuota = (person: CalibrationPerson): boolean => person.standing === 'scored' && !person.shadow;

function shares(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const whole = counts.map((count) => Math.floor((count * 10_000) / total));
  const left = 10_000 - whole.reduce((sum, part) => sum + part, 0);
  const order = counts.map((count, index) => ({ index, remainder: (count * 10_000) % total })).sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const lucky = new Set(order.slice(0, left).map(({ index }) => index));
  return whole.map((part, index) => part + (lucky.has(index) ? 1 : 0));
}

/** How the people of a group spread over the bands. @param bands highest first */
export function distribution(bands: readonly string[], people: readonly CalibrationPerson[]): Distribution {
  const counted = people.filter(countsInQuota);
  const counts = bands.map((band) => counted.filter((person) => person.band === band).length);
  const shareBp = shares(counts);
  const standing = (wanted: CalibrationPerson['standing']): number => people.filter((person) => person.standing === wanted).length;
  return {
    headCount: people.length,
    rated: counted.length,
    unscored: standing('unscored'),
    notRated: standing('notRated'),
    deferred: standing('deferred'),
    shadow: people.filter((person) => person.standing === 'scored' && person.shadow).length,
    bands: bands.map((band, index) => ({ band, count: counts[index] ?? 0, shareBp: shareBp[index] ?? 0 })),
  };
}

export interface QuotaLine extends QuotaNumber {
  readonly count: number;
  /** How many people too few (negative) or too many (positive); 0 when met. */
  readonly off: number;
}

export interface QuotaEvaluation {
  /** `none`: off, no quotas, or a group under the smallest size. */
  readonly applies: 'none' | 'soft' | 'hard';
  readonly rated: number;
  readonly met: boolean;
  readonly lines: readonly QuotaLine[];
}

function line(number: QuotaNumber, count: number): QuotaLine {
  const tooMany = number.most === null ? 0 : Math.max(0, count - number.most);
  return { ...number, count, off: count < number.least ? count - number.least : tooMany };
}

/**
 * Compares a group's bands with its quotas.
 * @param smallest groups with fewer rated people have no quota (they roll up, see `quotaGroups`)
 * @throws DomainError for an impossible set of quotas
 */
export function evaluateQuotas(
  mode: QuotaMode,
  bands: readonly string[],
  quotas: readonly BandQuota[],
  people: readonly CalibrationPerson[],
  smallest = 10,
): QuotaEvaluation {
  const counted = people.filter(countsInQuota);
  const rated = counted.length;
  if (mode === 'off' || quotas.length === 0 || rated < smallest) return { applies: 'none', rated, met: true, lines: [] };
  const lines = quotaNumbers(bands, quotas, rated).map((number) => line(number, counted.filter((person) => person.band === number.band).length));
  return { applies: mode, rated, met: lines.every(({ off }) => off === 0), lines };
}
