import { DomainError } from '../common/index.js';
import { allBandsCapped, quotaFaults, type BandQuota } from './quotas.js';

/** How many people a quota means in one group: at least `least`, at most `most` (null: no upper limit). */
export interface QuotaNumber {
  readonly band: string;
  readonly kind: BandQuota['kind'];
  readonly least: number;
  readonly most: number | null;
}

interface Entry {
  readonly band: string | null;
  readonly shareBp: number;
  /** Position from the top; smaller is higher. */
  readonly rank: number;
}

/**
 * Largest remainder: every entry gets the whole part of its share, the seats that are left go to the largest remainders.
 * Equal remainders: the higher entry first, or the lower one first.
 */
function apportion(entries: readonly Entry[], people: number, seats: number, ties: 'higher' | 'lower'): Map<string | null, number> {
  const parts = entries.map((entry) => ({
    entry,
    whole: Math.floor((people * entry.shareBp) / 10_000),
    remainder: (people * entry.shareBp) % 10_000,
  }));
  const left = seats - parts.reduce((sum, part) => sum + part.whole, 0);
  const direction = ties === 'higher' ? 1 : -1;
  const ranked = [...parts].sort((a, b) => b.remainder - a.remainder || direction * (a.entry.rank - b.entry.rank));
  return new Map(ranked.map((part, index) => [part.entry.band, part.whole + (index < left ? 1 : 0)]));
}

/** The bands outside the set count together, standing where they win a tie if any of them would. */
function withRest(bands: readonly string[], entries: readonly Entry[], ties: 'higher' | 'lower'): Entry[] {
  const restBp = 10_000 - entries.reduce((sum, entry) => sum + entry.shareBp, 0);
  const others = bands.map((band, rank) => ({ band, rank })).filter(({ band }) => entries.every((entry) => entry.band !== band));
  if (restBp <= 0) return [...entries];
  const rank = (ties === 'higher' ? others.at(0) : others.at(-1))?.rank ?? bands.length;
  return [...entries, { band: null, shareBp: restBp, rank }];
}

function maximumNumbers(bands: readonly string[], entries: readonly Entry[], people: number, atLeast: number): Map<string | null, number> {
  const totalBp = entries.reduce((sum, entry) => sum + entry.shareBp, 0);
  const seats = totalBp >= 10_000 ? Math.floor((people * totalBp) / 10_000) : people;
  const numbers = apportion(withRest(bands, entries, 'lower'), people, seats, 'lower');
  const allowed = entries.reduce((sum, entry) => sum + (numbers.get(entry.band) ?? 0), 0);
  return allowed >= atLeast ? numbers : apportion(entries, people, atLeast, 'lower');
}

/**
 * Turns shares into numbers of people for a group of `people` rated persons.
 * Rule: largest remainder; equal remainders go to the higher band for a minimum (and an exact number), to the lower band for a
 * maximum. Whatever the rounding does, the numbers can be met together: when all bands are capped, the maxima leave room for everybody.
 * @throws DomainError with the first code of `quotaFaults` for an impossible set
 */
export function quotaNumbers(bands: readonly string[], quotas: readonly BandQuota[], people: number): QuotaNumber[] {
  const fault = quotaFaults(bands, quotas)[0];
  if (fault) throw new DomainError(fault.code, fault.details);
  const entries = (maximum: boolean): Entry[] =>
    quotas.filter((quota) => (quota.kind === 'maximum') === maximum).map(({ band, shareBp }) => ({ band, shareBp, rank: bands.indexOf(band) }));
  const required = apportion(withRest(bands, entries(false), 'higher'), people, people, 'higher');
  const exact = quotas.filter((quota) => quota.kind === 'exact').reduce((sum, quota) => sum + (required.get(quota.band) ?? 0), 0);
  const allowed = maximumNumbers(bands, entries(true), people, quotas.length > 0 && allBandsCapped(bands, quotas) ? people - exact : 0);
  return quotas.map(({ band, kind }) => {
    const number = (kind === 'maximum' ? allowed : required).get(band) ?? 0;
    return { band, kind, least: kind === 'maximum' ? 0 : number, most: kind === 'minimum' ? null : number };
  });
}
