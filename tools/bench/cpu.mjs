import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** Milliseconds of one tick of the kernel's accounting. */
const TICK_MS = 10;

/** What takes part, by the name of its program or its first argument. */
const PARTS = [['worker', /tools\/bench\/worker\.mjs/], ['api', /apps\/api\/dist/], ['postgres', /postgres/], ['temporal', /temporal/]];

/** Parent and processor time of every process; ended children are counted with their parent. */
function table() {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return [{ pid: Number(pid), parent: Number(fields[1]), ticks: fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) }];
    } catch {
      return [];
    }
  });
}

/** @param {number} pid */
function partOf(pid) {
  if (pid === process.pid) return 'client';
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return PARTS.find(([, pattern]) => pattern.test(command))?.[0] ?? 'client';
  } catch {
    return 'client';
  }
}

/**
 * Processor time that this process and everything it started have used so far, in milliseconds, by part. On a machine that others use too it says more than
 * the clock. Linux only, elsewhere nothing.
 * @returns {Record<string, number>}
 */
export function cpuMs() {
  if (process.platform !== 'linux') return {};
  const all = table();
  const ours = new Set([process.pid]);
  for (let before = 0; before < ours.size;) {
    before = ours.size;
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid);
  }
  const sums = {};
  for (const { pid, ticks } of all) if (ours.has(pid)) sums[partOf(pid)] = (sums[partOf(pid)] ?? 0) + ticks * TICK_MS;
  return sums;
}
