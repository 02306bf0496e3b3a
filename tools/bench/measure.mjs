import { cpuMs } from './cpu.mjs';

/** Middle value; of an even number the lower middle. @param {readonly number[]} values */
export const median = (values) => percentile(values, 50);

/** Nearest rank. @param {readonly number[]} values @param {number} percent */
export function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}

/** @param {number} value */
export const rounded = (value) => Math.round(value * 100) / 100;

/** Does something `count` times, `lanes` of them at once. @param {number} count @param {number} lanes @param {(index: number) => Promise<void>} work */
export async function inLanes(count, lanes, work) {
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < count; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** Milliseconds that something took. @param {() => Promise<unknown>} work */
export async function timed(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/**
 * Runs every contender once per round, in turn, so that what slows the machine for a while slows all of them; the first round warms up and is thrown away.
 * Figures are for one of the `count` things that a contender does.
 * @param {number} rounds @param {number} count @param {Record<string, (round: number) => Promise<number>>} contenders name → milliseconds @param {(line: string) => void} say
 * @returns {Promise<Record<string, { ms: number[], cpuMs: number[], parts: Record<string, number[]> }>>}
 */
export async function alternate(rounds, count, contenders, say) {
  const results = Object.fromEntries(Object.keys(contenders).map((name) => [name, { ms: [], cpuMs: [], parts: {} }]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, run] of Object.entries(contenders)) {
      const cpuBefore = cpuMs();
      const ms = rounded((await run(round)) / count);
      const parts = difference(cpuMs(), cpuBefore, count);
      const cpu = rounded(Object.values(parts).reduce((sum, part) => sum + part, 0));
      if (round > 0) {
        results[name].ms.push(ms);
        results[name].cpuMs.push(cpu);
        for (const [part, value] of Object.entries(parts)) (results[name].parts[part] ??= []).push(value);
      }
      say(`${round === 0 ? 'warm-up' : `round ${round}`} ${name}: ${ms} ms, ${cpu} ms of processor`);
    }
  }
  return results;
}

/** @param {Record<string, number>} after @param {Record<string, number>} before @param {number} count */
const difference = (after, before, count) => Object.fromEntries(Object.entries(after).map(([part, value]) => [part, rounded((value - (before[part] ?? 0)) / count)]));

/** The middle of the rounds of each part. @param {Record<string, number[]>} parts */
export const middles = (parts) => Object.fromEntries(Object.entries(parts).map(([part, values]) => [part, median(values)]));

/** How many times more, each round against the raw run beside it; the middle of them. @param {readonly number[]} ours @param {readonly number[]} raw */
export const ratio = (ours, raw) => rounded(median(ours.map((value, round) => value / raw[round])));

/** By the clock, and by what the processors did. @param {{ ms: number[], cpuMs: number[] }} ours @param {{ ms: number[], cpuMs: number[] }} raw */
export const ratios = (ours, raw) => ({ clock: ratio(ours.ms, raw.ms), cpu: ratio(ours.cpuMs, raw.cpuMs) });
