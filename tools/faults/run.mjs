import path from 'node:path';
import { drive } from '../demo/driver/index.mjs';
import { check } from '../demo/run.mjs';
import { startThrowAway } from '../demo/stack.mjs';
import { Conduct } from './conduct.mjs';
import { Processes } from './processes.mjs';
import { Record } from './record.mjs';

/**
 * @typedef {object} Outcome
 * @property {{ name: string, kills: string[], at: number, seconds: number }[]} struck what was killed, when in the cycle, and how long until everything ran again
 * @property {string[]} left faults without an occasion @property {string[]} findings
 * @property {number} employees @property {number} launched @property {number} closed
 * @property {import('../demo/check/facts.mjs').Violation[]} violations @property {number} seconds
 */

/** Drives the cycle while faults strike; whichever fails first ends both. */
async function driveUnderFaults({ target, course, conduct, logFile, say, signal }) {
  const failed = new AbortController();
  const watching = conduct.watch().catch((error) => failed.abort(error));
  try {
    return await drive({ url: target.url, accounts: target.accounts, logFile, seed: 1, say, signal: AbortSignal.any([signal, failed.signal]), onStand: (world) => conduct.join(world), atMost: course.atMost, lengths: course.lengths });
  } finally {
    conduct.ended = true;
    await watching;
  }
}

/**
 * Starts a throw-away stack, drives a cycle to its end while processes are killed, and checks everything afterwards.
 * @param {{ course: typeof import('./courses.mjs').whole | typeof import('./courses.mjs').brief, keep: boolean, say: (line: string) => void, signal: AbortSignal, product?: import('../supervisor/product.mjs').Product }} options
 * @returns {Promise<Outcome>}
 */
export async function runFaults({ course, keep, say, signal, product }) {
  const started = Date.now();
  const processes = new Processes();
  const report = (line) => {
    say(line);
    processes.hear(line);
  };
  const target = await startThrowAway({ people: course.people, keep, report, signal, product });
  const record = new Record(target.behind.databaseUrl);
  const logFile = path.join(target.home, 'exchanges.jsonl');
  if (keep) say(`log of all requests and answers: ${logFile}`);
  const conduct = new Conduct({ faults: course.faults, stage: { processes: processes.of(target), record, unrepeated: [] }, say });
  try {
    const { cycleId } = await driveUnderFaults({ target, course, conduct, logFile, say, signal });
    say('the cycle is closed; checking');
    const { employees, launched, closed, violations } = await check({ behind: target.behind, logFile, cycleId });
    const struck = conduct.struck.map(({ name, kills, at, seconds }) => ({ name, kills, at, seconds }));
    return { struck, left: conduct.left, findings: await conduct.findings(), employees, launched, closed, violations, seconds: Math.round((Date.now() - started) / 100) / 10 };
  } finally {
    await record.close();
    await target.stop();
  }
}
