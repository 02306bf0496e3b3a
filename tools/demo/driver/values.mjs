import { chance } from './chance.mjs';
import { subPeriods } from './subPeriods.mjs';

const COLUMNS = ['indicator', 'community', 'employee', 'sub_period', 'value', 'weight', 'source', 'batch'];
/** Whole numbers of these are counted; everything else is measured to the hundredth. */
const COUNTED = new Set(['count', 'cents']);

/** Indicators of one item that come as imported values, each with about the value that would be a full success. */
function wantedOf(item) {
  const middle = ({ validity }) => (Number(validity.min) + Number(validity.max)) / 2;
  const usual = (indicator) => ({ indicator, reference: indicator.realism ? Number(indicator.realism.baseline) : middle(indicator) });
  const own = item.indicator && item.target !== null ? [{ indicator: item.indicator, reference: Number(item.target) }] : item.indicator ? [usual(item.indicator)] : [];
  const others = [...item.inputs, ...(item.counter ? [item.counter] : [])].map(usual);
  return [...own, ...others].filter(({ indicator }) => indicator.measurement.kind === 'computed');
}

/** What a sheet needs values of, by community, or by person for the sheet of a position. @param {{ number: string, sheet: unknown, weak: boolean }[]} people */
function subjectsOf(people) {
  const subjects = new Map();
  for (const { number, sheet, weak } of people) {
    for (const block of sheet.blocks.filter((one) => one.kind !== 'personal')) {
      const code = block.kind === 'community' ? block.code : number;
      const subject = subjects.get(code) ?? { community: block.kind === 'community' ? code : '', employee: block.kind === 'community' ? '' : code, weak: false, wanted: new Map() };
      subject.weak ||= weak;
      // The target that stands on a sheet tells more than what an indicator usually has.
      for (const one of block.items.flatMap(wantedOf)) if (!subject.wanted.has(one.indicator.id)) subject.wanted.set(one.indicator.id, one);
      subjects.set(code, subject);
    }
  }
  return [...subjects.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
}

function valueOf({ direction, unit, validity }, reference, success) {
  const reached = reference * (direction === 'higher' ? success : 2 - success);
  const inside = Math.min(Number(validity.max), Math.max(Number(validity.min), reached));
  return COUNTED.has(unit) ? String(Math.round(inside)) : inside.toFixed(2);
}

/**
 * Values of a whole period for everything on these people's sheets, as a CSV file of the metrics import. The same seed gives the same file. What weak people
 * operate does badly, everything else around its target.
 * @param {{ people: { number: string, sheet: unknown, weak: boolean }[], periodStart: string, periodEnd: string, seed: number, batch: string }} of
 */
export function valuesCsv({ people, periodStart, periodEnd, seed, batch }) {
  const lines = [COLUMNS.join(',')];
  for (const [code, { community, employee, weak, wanted }] of subjectsOf(people)) {
    const ability = weak ? 0.35 : 0.85 + 0.3 * chance(seed, code);
    for (const { indicator, reference } of wanted.values()) {
      const labels = subPeriods(indicator.subPeriod, periodStart, periodEnd);
      const share = indicator.aggregation === 'sum' ? labels.length : 1;
      for (const label of labels) {
        const success = ability * (0.96 + 0.08 * chance(seed, code, indicator.id, label));
        lines.push([indicator.id, community, employee, label, valueOf(indicator, reference / share, success), indicator.aggregation === 'weightedMean' ? '100' : '', 'demo', batch].join(','));
      }
    }
  }
  return `${lines.join('\n')}\n`;
}
