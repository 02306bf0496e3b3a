import { describe, expect, it } from '@jest/globals';
import { distribution, evaluateQuotas, quotaGroups, type CalibrationPerson } from '@fairmark/domain/calibration';
import { itemsOf } from '@fairmark/domain/goals';
import { nextPayrollLine, resultReward } from '@fairmark/domain/rewards';
import { withScores } from '@fairmark/domain/scoring';
import { goldenPlan } from './goldenPlan.js';
import { goldenPeople } from './people.js';
import { cell, hundredths, table } from './tables.js';

const people = goldenPeople();
const of = (name: string) => people.find((one) => one.name === name) as (typeof people)[number];
const bands = goldenPlan.bands.map((band) => band.code);
const isShadow = (name: string) => name === 'Lin';

/** Kai after the appeal, everybody else as they were. */
const appeal = table('Appeal')[0] ?? {};
const adjusted = withScores(of('Kai').result, new Map([[cell(appeal, 'item'), hundredths(cell(appeal, 'score'))]]), goldenPlan.bands);
const seated = (after: boolean): CalibrationPerson[] => people.map(({ name, result }) => ({ employeeId: name, standing: 'scored', shadow: isShadow(name), band: after && name === 'Kai' ? adjusted.band : result.band }));

describe('the golden cycle, worked out by hand', () => {
  it('has twelve people, each once', () => expect(new Set(people.map((one) => one.name)).size).toBe(12));

  it.each(table('Values').filter((row) => cell(row, 'target') !== '').map((row) => [`${cell(row, 'block')}.${cell(row, 'indicator')}`, cell(row, 'target')]))('%s stands on the sheets with target %s', (itemId, target) => {
    const wanted = itemId.replace('lead.', '_position.');
    const targets = people.flatMap(({ sheet }) => itemsOf(sheet)).filter((item) => item.itemId === wanted).map((item) => item.target);
    expect([...new Set(targets)]).toEqual([target]);
  });

  it.each(table('Items').map((row) => [cell(row, 'person'), cell(row, 'item'), cell(row, 'score'), cell(row, 'weight')]))('%s: %s is %s points at %s %%', (person, itemId, score, weight) => {
    const item = of(person).result.items.find((one) => one.itemId === itemId);
    expect([item?.scoreCenti, item?.effectiveWeightBp]).toEqual([score === '-' ? null : hundredths(score), hundredths(weight)]);
  });

  it('lists every item of every sheet', () => {
    const listed = table('Items').map((row) => `${cell(row, 'person')} ${cell(row, 'item')}`).sort();
    expect(listed).toEqual(people.flatMap(({ name, sheet }) => itemsOf(sheet).map((item) => `${name} ${item.itemId}`)).sort());
  });

  it.each(table('Results').map((row) => [cell(row, 'person'), cell(row, 'total'), cell(row, 'band'), row] as const))('%s has %s points, band %s', (person, total, band, row) => {
    const { result } = of(person);
    expect([result.totalCenti, result.band]).toEqual([hundredths(total), band]);
    expect(result.steps.at(0)?.result).toBe(cell(row, 'sum of score × weight'));
    expect([result.movedWeightBp, result.supplements.join(' ')]).toEqual([hundredths(cell(row, 'moved')), cell(row, 'supplement')]);
  });
});

describe('calibration of the golden cycle', () => {
  it('rolls both departments under ten up to the company', () => {
    const rated = people.filter(({ name }) => !isShadow(name)).map(({ name, row }) => ({ employeeId: name, departmentId: cell(row, 'department') }));
    const tree = [{ departmentId: 'company', parentId: null }, { departmentId: 'east', parentId: 'company' }, { departmentId: 'west', parentId: 'company' }];
    expect(quotaGroups(tree, rated)).toMatchObject([{ departmentId: 'company', quotasApply: true, memberIds: { length: 11 } }]);
  });

  it.each(table('Calibration').map((row) => [cell(row, 'band'), row] as const))('band %s: count, share and quota', (band, row) => {
    const [before, after] = [false, true].map((late) => distribution(bands, seated(late)).bands.find((one) => one.band === band));
    expect([before?.count, before?.shareBp, after?.count]).toEqual([Number(cell(row, 'count')), hundredths(cell(row, 'share %')), Number(cell(row, 'after appeals'))]);
    const line = evaluateQuotas('soft', bands, goldenPlan.quotas.quotas, seated(false)).lines.find((one) => one.band === band);
    const shown = (number: number | null | undefined) => (number === null || number === undefined ? '' : String(number));
    expect([line?.least, line?.most, line?.off].map(shown)).toEqual([cell(row, 'least'), cell(row, 'most'), cell(row, 'off')]);
  });
});

describe('appeal and rewards of the golden cycle', () => {
  it('adjusts the score of one item, and total and band follow', () => {
    expect([adjusted.totalCenti, adjusted.band]).toEqual([hundredths(cell(appeal, 'total')), cell(appeal, 'band')]);
  });

  it.each(table('Rewards').map((row) => [cell(row, 'person'), cell(row, 'reward'), row] as const))('%s gets %s', (person, reward, row) => {
    const { band } = of(person).result;
    const paid = resultReward(goldenPlan, { band, shadow: isShadow(person), previousResultBp: null, baseCents: 1_000_000, eligibleDays: Number(cell(row, 'days')), periodDays: 92 });
    expect([paid?.coefficientBp, paid?.fullCents]).toEqual([hundredths(cell(row, 'coefficient %')), hundredths(reward)]);
  });

  it('pays Kai the difference after the appeal, not a second full reward', () => {
    const due = (band: string | null) => resultReward(goldenPlan, { band, shadow: false, previousResultBp: null, baseCents: 1_000_000, eligibleDays: 92, periodDays: 92 })?.fullCents ?? 0;
    const first = nextPayrollLine('kai', [], due(of('Kai').result.band));
    expect(first).toMatchObject({ kind: 'full', cents: 800_000 });
    expect(nextPayrollLine('kai', first ? [first] : [], due(adjusted.band))).toMatchObject({ kind: 'difference', cents: 200_000 });
  });
});
