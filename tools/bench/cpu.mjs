import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** Milliseconds of one tick of the kernel's accounting. */
const TICK_MS = 10;

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

/**
 * Processor time that this process and everything it started have used so far, in milliseconds. On a machine that others use too it says more than the clock.
 * Linux only, elsewhere 0.
 */
export function cpuMs() {
  if (process.platform !== 'linux') return 0;
  const all = table();
  const ours = new Set([process.pid]);
  for (let before = 0; before < ours.size;) {
    before = ours.size;
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid);
  }
  return all.reduce((sum, { pid, ticks }) => (ours.has(pid) ? sum + ticks : sum), 0) * TICK_MS;
}
