import { metricsErrors } from '@fairmark/contracts/errors';
import type { QualityChecks } from '@fairmark/contracts/metrics';
import { Rational, sumOf } from '../scoring/rational.js';

/** A stored value of one indicator and sub-period, with the same subject's and source's earlier values, latest first. */
export interface CheckedValue {
  id: string;
  subject: string;
  source: string;
  value: string;
  history: readonly string[];
}

export interface QualityInput {
  values: readonly CheckedValue[];
  /** Communities or people on whose sheets the indicator stands. */
  expectedSubjects: readonly string[];
  validity: { min: string; max: string } | null;
  sample: { checked: number; refuted: number } | null;
}

export interface QualityReport {
  qualityBp: number;
  checks: QualityChecks;
  /** Values that failed, by id, with the code of the check. */
  failed: { id: string; code: string }[];
}

/** Two sources agree when they differ by no more than this share of the larger value. */
export const TOLERANCE_BP = 500;
/** A value jumps when it differs from the mean of its history by more than this share of it. */
export const JUMP_BP = 20_000;
/** Fewer earlier values are no history. */
const LEAST_HISTORY = 3;
const MOST_HISTORY = 6;

/** The three checks of rules §13 on one indicator in one sub-period. Quality is the lowest pass rate; rates are rounded down, so that 95 % is reached, not nearly. */
export function checkQuality(input: QualityInput): QualityReport {
  const failed = [...rangeFailures(input), ...jumpFailures(input), ...disagreements(input)];
  const checks = { completeness: completeness(input), accuracy: accuracy(input, failed), consistency: consistency(input, failed) };
  return { qualityBp: Math.min(checks.completeness.rateBp, checks.accuracy.rateBp, checks.consistency.rateBp), checks, failed };
}

const rate = (passed: number, all: number): number => (all === 0 ? 10_000 : Math.floor((passed * 10_000) / all));

function completeness({ values, expectedSubjects }: QualityInput): QualityChecks['completeness'] {
  const there = new Set(values.map((one) => one.subject));
  const expected = new Set(expectedSubjects);
  const received = [...expected].filter((subject) => there.has(subject)).length;
  return { received, expected: expected.size, rateBp: rate(received, expected.size) };
}

function accuracy({ values, sample }: QualityInput, failed: QualityReport['failed']): QualityChecks['accuracy'] {
  const count = (code: string): number => failed.filter((one) => one.code === code).length;
  const [outOfRange, jumps] = [count(metricsErrors.outOfRange), count(metricsErrors.jump)];
  const [sampleChecked, sampleRefuted] = [sample?.checked ?? 0, sample?.refuted ?? 0];
  const rateBp = Math.min(rate(values.length - outOfRange - jumps, values.length), rate(sampleChecked - sampleRefuted, sampleChecked));
  return { values: values.length, outOfRange, jumps, sampleChecked, sampleRefuted, rateBp };
}

function consistency({ values }: QualityInput, failed: QualityReport['failed']): QualityChecks['consistency'] {
  const compared = [...bySubject(values).values()].filter((group) => group.length > 1).length;
  const wrong = new Set(failed.filter((one) => one.code === metricsErrors.sourcesDisagree).map((one) => values.find((value) => value.id === one.id)?.subject));
  return { compared, disagreeing: wrong.size, rateBp: rate(compared - wrong.size, compared) };
}

function rangeFailures({ values, validity }: QualityInput): QualityReport['failed'] {
  if (!validity) return [];
  const [min, max] = [Rational.parse(validity.min), Rational.parse(validity.max)];
  const outside = (text: string): boolean => Rational.parse(text).compare(min) < 0 || Rational.parse(text).compare(max) > 0;
  return values.filter((one) => outside(one.value)).map(({ id }) => ({ id, code: metricsErrors.outOfRange }));
}

/** A value out of range is not counted a second time as a jump. */
function jumpFailures(input: QualityInput): QualityReport['failed'] {
  const outside = new Set(rangeFailures(input).map(({ id }) => id));
  return input.values.filter((one) => !outside.has(one.id) && jumps(one)).map(({ id }) => ({ id, code: metricsErrors.jump }));
}

function jumps({ value, history }: CheckedValue): boolean {
  if (history.length < LEAST_HISTORY) return false;
  const known = history.slice(0, MOST_HISTORY).map((text) => Rational.parse(text));
  const mean = sumOf(known).dividedBy(Rational.of(known.length));
  return !mean.isZero() && apart(Rational.parse(value), mean).compare(size(mean).times(Rational.of(JUMP_BP, 10_000))) > 0;
}

function disagreements({ values }: QualityInput): QualityReport['failed'] {
  return [...bySubject(values).values()].flatMap((group) => {
    const numbers = group.map((one) => Rational.parse(one.value));
    const largest = numbers.reduce((max, one) => (size(one).compare(max) > 0 ? size(one) : max), Rational.of(0));
    const room = largest.times(Rational.of(TOLERANCE_BP, 10_000));
    const differ = numbers.some((one) => numbers.some((other) => apart(one, other).compare(room) > 0));
    return differ ? group.map(({ id }) => ({ id, code: metricsErrors.sourcesDisagree })) : [];
  });
}

const size = (number: Rational): Rational => (number.isNegative() ? Rational.of(0).minus(number) : number);
const apart = (a: Rational, b: Rational): Rational => size(a.minus(b));

function bySubject(values: readonly CheckedValue[]): Map<string, CheckedValue[]> {
  const groups = new Map<string, CheckedValue[]>();
  for (const one of values) groups.set(one.subject, [...(groups.get(one.subject) ?? []), one]);
  return groups;
}
