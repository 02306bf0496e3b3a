import { Decimal } from 'decimal.js';

/** A scored person as calibration compares them. Totals in centi-points (1/100 point). */
export interface ScoredPerson {
  readonly employeeId: string;
  readonly managerId: string;
  readonly totalCenti: number;
  readonly band: string;
  /** Band of the previous cycle on the same bands, if there was one. */
  readonly previousBand?: string | null;
}

/** Mean and population standard deviation in centi-points, rounded half up for display; null for an empty set. */
export interface Spread {
  readonly people: number;
  readonly meanCenti: number | null;
  readonly spreadCenti: number | null;
}

interface Exact {
  readonly mean: Decimal;
  readonly deviation: Decimal;
}

function exact(totals: readonly number[]): Exact {
  const mean = totals.reduce((sum, total) => sum.plus(total), new Decimal(0)).div(totals.length);
  const squares = totals.reduce((sum, total) => sum.plus(new Decimal(total).minus(mean).pow(2)), new Decimal(0));
  return { mean, deviation: squares.div(totals.length).sqrt() };
}

const rounded = (value: Decimal): number => value.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();

export function spreadOf(totals: readonly number[]): Spread {
  if (totals.length === 0) return { people: 0, meanCenti: null, spreadCenti: null };
  const { mean, deviation } = exact(totals);
  return { people: totals.length, meanCenti: rounded(mean), spreadCenti: rounded(deviation) };
}

/** When a manager stands out. Defaults are configuration, not judgement: a flag asks a question, it changes nothing. */
export interface ManagerThresholds {
  /** Managers with fewer scored reports are shown without a flag. */
  readonly fewestReports: number;
  /** Distance of the manager's mean from the group's mean. */
  readonly meanCenti: number;
  /** A spread under this share of the group's spread counts as narrow: hardly any difference is made between people. */
  readonly narrowBp: number;
}

export const MANAGER_THRESHOLDS: ManagerThresholds = { fewestReports: 3, meanCenti: 500, narrowBp: 5_000 };

export interface ManagerComparison extends Spread {
  readonly managerId: string;
  /** Mean of the manager's reports minus mean of the group, rounded half up. */
  readonly differenceCenti: number;
  readonly flags: readonly ('strict' | 'lenient' | 'narrow')[];
}

/** Strict and lenient managers: mean and spread of each manager's reports against the whole group, ordered by manager id. */
export function compareManagers(people: readonly ScoredPerson[], thresholds = MANAGER_THRESHOLDS): { group: Spread; managers: ManagerComparison[] } {
  const group = spreadOf(people.map((person) => person.totalCenti));
  if (people.length === 0) return { group, managers: [] };
  const all = exact(people.map((person) => person.totalCenti));
  const managers = [...new Set(people.map((person) => person.managerId))].sort().map((managerId) => {
    const totals = people.filter((person) => person.managerId === managerId).map((person) => person.totalCenti);
    const own = exact(totals);
    const difference = own.mean.minus(all.mean);
    const flags: ('strict' | 'lenient' | 'narrow')[] = [];
    if (totals.length >= thresholds.fewestReports) {
      if (difference.lte(-thresholds.meanCenti)) flags.push('strict');
      if (difference.gte(thresholds.meanCenti)) flags.push('lenient');
      if (own.deviation.times(10_000).lt(all.deviation.times(thresholds.narrowBp))) flags.push('narrow');
    }
    return { managerId, ...spreadOf(totals), differenceCenti: rounded(difference), flags };
  });
  return { group, managers };
}

export interface Outlier {
  readonly employeeId: string;
  /** `total`: two spreads and more from the mean. `history`: two bands and more from the previous cycle. */
  readonly reasons: readonly ('total' | 'history')[];
}

/** People the session should look at. Totals are compared from five people on. @param bands highest first */
export function outliers(bands: readonly string[], people: readonly ScoredPerson[]): Outlier[] {
  const group = people.length >= 5 ? exact(people.map((person) => person.totalCenti)) : null;
  return people.flatMap((person) => {
    const reasons: ('total' | 'history')[] = [];
    if (group && group.deviation.gt(0) && group.mean.minus(person.totalCenti).abs().gte(group.deviation.times(2))) reasons.push('total');
    const before = bands.indexOf(person.previousBand ?? '');
    const now = bands.indexOf(person.band);
    if (before >= 0 && now >= 0 && Math.abs(before - now) >= 2) reasons.push('history');
    return reasons.length > 0 ? [{ employeeId: person.employeeId, reasons }] : [];
  });
}
