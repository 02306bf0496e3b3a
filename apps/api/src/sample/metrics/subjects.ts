import type { Indicator, PlanDocument, Sheet } from '@fairmark/contracts/plans';
import { valueAt, type OrgSnapshot } from '@fairmark/domain/org';
import { indicatorOf, sheetOfCommunity, sheetOfPosition } from '@fairmark/domain/plans';

/** A community or a person that is measured, with the indicators that values are needed of and about how large they should be. */
export interface Subject {
  community: string;
  employee: string;
  wanted: { indicator: Indicator; reference: number }[];
}

/** Everything that the sheets of the people of a company need values of, as of a day. */
export function subjectsOf(plan: PlanDocument, { communities, employees }: OrgSnapshot, day: string): Subject[] {
  const references = typicalTargets(plan);
  const subjects = [...communities.values()].map(({ code, type, stages }) => ({ community: code, employee: '', sheet: sheetOfCommunity(plan, { code, type, stage: valueAt(stages, day) ?? '' }) }));
  const people = [...employees.values()].filter((person) => !person.assignments.some((row) => row.validFrom <= day && (row.validTo === null || day < row.validTo)));
  const byPosition = people.map(({ number, positions }) => ({ community: '', employee: number, sheet: sheetOfPosition(plan, valueAt(positions, day) ?? '') }));
  return [...subjects, ...byPosition].flatMap(({ sheet, ...subject }) => (sheet ? [{ ...subject, wanted: wantedOf(plan, sheet, references) }] : []));
}

/** Imported indicators of a sheet: its items, the inputs of its formulas, and counter-indicators. */
function wantedOf(plan: PlanDocument, sheet: Sheet, references: ReadonlyMap<string, number>): Subject['wanted'] {
  const wanted = new Map<string, Subject['wanted'][number]>();
  const want = (id: string, target: string | undefined): void => {
    const indicator = indicatorOf(plan, id);
    if (!indicator || wanted.has(id)) return;
    if (indicator.measurement.kind === 'formula') for (const term of indicator.measurement.terms) want(term.indicatorId, undefined);
    if (indicator.measurement.kind !== 'computed') return;
    wanted.set(id, { indicator, reference: target === undefined ? (references.get(id) ?? middle(indicator)) : Number(target) });
    if (indicator.counterIndicatorId) want(indicator.counterIndicatorId, undefined);
  };
  for (const item of sheet.items) want(item.indicatorId, item.target);
  return [...wanted.values()];
}

/** The target that some sheet names for an indicator, else its baseline: for indicators that a sheet only leans on. */
function typicalTargets(plan: PlanDocument): Map<string, number> {
  const targets = plan.indicators.flatMap(({ id, realism }) => (realism ? [[id, Number(realism.baseline)] as const] : []));
  const named = plan.sheets.flatMap((sheet) => sheet.items.flatMap(({ indicatorId, target }) => (target === undefined ? [] : [[indicatorId, Number(target)] as const])));
  return new Map([...targets, ...named]);
}

const middle = ({ validity: { min, max } }: Indicator): number => (Number(min) + Number(max)) / 2;
