import { Stratum, type CohortProposal, type Coverage, type Match, type PilotSettings } from '@fairmark/contracts/pilots';
import { Decimal } from 'decimal.js';

/** A community that may join a pilot. `baseline`: exact decimal as text of the measure that comparison goes by; null when there is none. */
export interface Candidate {
  id: string;
  code: string;
  type: string;
  profile: string;
  availability: string;
  baseline: string | null;
}

/** Where nobody has said otherwise the order of codes decides, so that the same communities always give the same proposal. */
const byCode = (a: Candidate, b: Candidate): number => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
const sameStrata = (a: Candidate, b: Candidate): boolean => Stratum.options.every((stratum) => a[stratum] === b[stratum]);
const having = (candidates: readonly Candidate[], stratum: Stratum, value: string): Candidate[] => candidates.filter((candidate) => candidate[stratum] === value);

/** Which values of the strata a choice represents, and why one is not. */
export function coverageOf(candidates: readonly Candidate[], chosenIds: readonly string[], perStratum: number): Coverage[] {
  const chosen = candidates.filter(({ id }) => chosenIds.includes(id));
  return Stratum.options.flatMap((stratum) =>
    [...new Set(candidates.map((candidate) => candidate[stratum]))].sort().map((value) => {
      const [available, found] = [having(candidates, stratum, value).length, having(chosen, stratum, value).length];
      return { stratum, value, wanted: perStratum, chosen: found, available, why: found >= perStratum ? null : available < perStratum ? ('tooFewExist' as const) : ('tooFewChosen' as const) };
    }),
  );
}

/**
 * Proposes as few communities as represent every value of every stratum: always the one that fills most gaps next, then the one that has a twin left for the comparison, then by code.
 */
export function proposeCohort(candidates: readonly Candidate[], { perStratum }: Pick<PilotSettings, 'perStratum'>): CohortProposal {
  const sorted = [...candidates].sort(byCode);
  const pilots: Candidate[] = [];
  for (;;) {
    const next = bestNext(sorted, pilots, perStratum);
    if (!next) break;
    pilots.push(next);
  }
  const pilotIds = pilots.map(({ id }) => id);
  return { pilots: pilotIds, ...matchComparison(sorted, pilotIds), coverage: coverageOf(sorted, pilotIds, perStratum) };
}

function bestNext(sorted: readonly Candidate[], chosen: readonly Candidate[], perStratum: number): Candidate | undefined {
  const free = sorted.filter((candidate) => !chosen.includes(candidate));
  const gaps = (candidate: Candidate) => Stratum.options.filter((stratum) => having(chosen, stratum, candidate[stratum]).length < perStratum).length;
  const twins = (candidate: Candidate) => free.filter((other) => other !== candidate && sameStrata(other, candidate)).length - chosen.filter((other) => sameStrata(other, candidate)).length;
  const ranked = free.map((candidate) => ({ candidate, gaps: gaps(candidate), twin: twins(candidate) > 0 ? 1 : 0 })).filter((entry) => entry.gaps > 0);
  return ranked.sort((a, b) => b.gaps - a.gaps || b.twin - a.twin || byCode(a.candidate, b.candidate))[0]?.candidate;
}

/** One comparison community for each pilot community, used once: of the same strata, among those the nearest baseline; else of the same type with the nearest baseline. */
export function matchComparison(candidates: readonly Candidate[], pilotIds: readonly string[]): Pick<CohortProposal, 'matches' | 'unmatched'> {
  const pilots = candidates.filter(({ id }) => pilotIds.includes(id)).sort(byCode);
  const free = new Set(candidates.filter(({ id }) => !pilotIds.includes(id)));
  const matches: Match[] = [];
  const pass = (by: Match['by'], fits: (pilot: Candidate, other: Candidate) => boolean) => {
    for (const pilot of pilots.filter(({ id }) => !matches.some(({ pilotId }) => pilotId === id))) {
      const found = [...free].filter((other) => fits(pilot, other)).sort((a, b) => distance(pilot, a).comparedTo(distance(pilot, b)) || byCode(a, b))[0];
      if (!found) continue;
      free.delete(found);
      matches.push({ pilotId: pilot.id, comparisonId: found.id, by });
    }
  };
  pass('strata', sameStrata);
  pass('baseline', (pilot, other) => pilot.type === other.type && pilot.baseline !== null && other.baseline !== null);
  return { matches, unmatched: pilots.map(({ id }) => id).filter((id) => !matches.some(({ pilotId }) => pilotId === id)) };
}

/** Without a baseline as far as can be. */
const distance = (a: Candidate, b: Candidate): Decimal => (a.baseline === null || b.baseline === null ? new Decimal(Infinity) : new Decimal(a.baseline).minus(b.baseline).abs());
