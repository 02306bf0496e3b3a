import path from 'node:path';
import { figuresOf, openDatabase, openTemporal, readExchanges, violationsOf } from './check/index.mjs';
import { drive } from './driver/index.mjs';
import { settled } from './settled.mjs';
import { startThrowAway, useRunning } from './stack.mjs';

/**
 * Looks behind a Fairmark after a cycle was driven through it.
 * @param {{ behind: import('./stack.mjs').Target['behind'], logFile: string, cycleId: string }} of
 */
export async function check({ behind, logFile, cycleId }) {
  const database = await openDatabase(behind.databaseUrl);
  const temporal = await openTemporal(behind);
  try {
    await settled(database.read);
    const facts = { cycleId, exchanges: readExchanges(logFile), read: database.read, temporal };
    return { ...(await figuresOf(facts)), violations: await violationsOf(facts) };
  } finally {
    await database.close();
    await temporal.close();
  }
}

/**
 * Starts a stack or uses a running one, drives the cycle, checks it.
 * @param {import('./options.mjs').Options & { say: (line: string) => void, signal: AbortSignal, onGroup?: (group: import('../supervisor/group.mjs').Group) => void }} options
 * @returns {Promise<import('./report.mjs').Outcome>}
 */
export async function runDemo({ people, keep, url, accounts, seed, say, signal, onGroup }) {
  const target = url && accounts ? useRunning({ url, accounts }) : await startThrowAway({ people, keep, report: say, signal, onGroup });
  const started = Date.now();
  const logFile = path.join(target.home, 'exchanges.jsonl');
  if (keep || url) say(`log of all requests and answers: ${logFile}`);
  try {
    const { cycleId } = await drive({ url: target.url, accounts: target.accounts, logFile, seed, say, signal });
    say('the cycle is closed; checking');
    return { ...(await check({ behind: target.behind, logFile, cycleId })), seconds: Math.round((Date.now() - started) / 100) / 10 };
  } finally {
    await target.stop();
  }
}
