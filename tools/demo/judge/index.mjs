import { openDatabase, openTemporal, readExchanges } from '../check/index.mjs';
import { faultsOf } from './compare.mjs';
import { settled } from './settled.mjs';
import { violationsOf } from './violations/index.mjs';

/** @typedef {{ scenarios: { name: string, ok: boolean, why: string }[], violations: import('../check/facts.mjs').Violation[] }} Verdict */

const NAMES = 'select id, name from employees';

/**
 * Holds what scenarios state against what the servers answered and hold. Knows nothing of how they were played, and nothing of the product's own rules.
 * @param {{ facts: import('../check/facts.mjs').Facts, plays: { scenario: unknown, cast: Record<string, string>, broke: string | null }[] }} of
 * @returns {Promise<Verdict>}
 */
export async function verdictOf({ facts, plays }) {
  const { exchanges, read, temporal } = facts;
  const people = new Map((await read(NAMES)).map(({ id, name }) => [id, name]));
  const scenarios = [];
  for (const play of plays) {
    const faults = await faultsOf({ play, exchanges, read, temporal, people });
    scenarios.push({ name: play.scenario.name, ok: faults.length === 0, why: faults.length === 0 ? play.scenario.title : faults.join('; ') });
  }
  return { scenarios, violations: await violationsOf(facts) };
}

/** @param {{ behind: import('../stack.mjs').Target['behind'], logFile: string, plays: unknown[], cycleId: string }} of */
export async function judge({ behind, logFile, plays, cycleId }) {
  const database = await openDatabase(behind.databaseUrl);
  const temporal = await openTemporal(behind);
  try {
    await settled(database.read);
    return await verdictOf({ facts: { cycleId, exchanges: readExchanges(logFile), read: database.read, temporal }, plays });
  } finally {
    await database.close();
    await temporal.close();
  }
}
