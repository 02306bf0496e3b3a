import path from 'node:path';
import { Processes } from '../../faults/processes.mjs';
import { ExchangeLog } from '../driver/log.mjs';
import { pooled } from '../driver/pool.mjs';
import { judge } from '../judge/index.mjs';
import { StackError } from '../../stack/errors.mjs';
import { startThrowAway, useRunning } from '../stack.mjs';
import { SCENARIOS } from './index.mjs';
import { play } from './play.mjs';
import { setStage } from './stage.mjs';

/** Scenarios that are played side by side. */
const AT_ONCE = 4;

/** @typedef {{ scenario: import('./statements.mjs').Scenario, cast: Record<string, string>, broke: string | null }} Played what was played, with whom, and what stopped it */

async function playOne(stage, scenario, say) {
  const cast = await stage.castFor(scenario);
  const played = { scenario, cast: Object.fromEntries(Object.entries(cast).map(([part, { id }]) => [part, id])), broke: null };
  try {
    await play({ stage, scenario, cast });
  } catch (error) {
    played.broke = error.message;
  }
  say(`${scenario.name} ${played.broke ? `broke: ${played.broke}` : 'was played'}`);
  return played;
}

/** @param {import('./stage.mjs').Stage} stage @returns {Promise<Played[]>} */
async function playAll(stage, scenarios, { say, signal }) {
  const one = (scenario) => {
    signal.throwIfAborted();
    return playOne(stage, scenario, say);
  };
  const beside = await pooled(scenarios.filter(({ alone }) => !alone), AT_ONCE, one);
  const alone = await pooled(scenarios.filter((scenario) => scenario.alone), 1, one);
  return [...beside, ...alone];
}

/**
 * Plays scenarios on a Fairmark and has them judged by what it answered and holds.
 * @param {{ target: import('../stack.mjs').Target, scenarios: import('./statements.mjs').Scenario[], processes?: Processes, say: (line: string) => void, signal: AbortSignal }} of
 */
export async function playAndJudge({ target, scenarios, processes, say, signal }) {
  const { url, accounts, home, behind } = target;
  const logFile = path.join(home, 'scenarios.jsonl');
  say(`log of all requests and answers: ${logFile}`);
  const log = new ExchangeLog(logFile);
  try {
    const stage = await setStage({ url, accounts, databaseUrl: behind.databaseUrl, processes, log, subjects: scenarios.length, say });
    const plays = await playAll(stage, scenarios, { say, signal });
    await log.close();
    say('everything was played; judging');
    return await judge({ behind, logFile, plays, cycleId: stage.cycle.cycleId });
  } finally {
    if (!log.closed) await log.close();
  }
}

/** @param {string[] | undefined} only @throws {StackError} OPTIONS for a name that no scenario has */
function wantedOf(only) {
  const unknown = only?.find((name) => !SCENARIOS.some((scenario) => scenario.name === name));
  if (unknown !== undefined) throw new StackError('OPTIONS', `No scenario is called "${unknown}"; there are ${SCENARIOS.map(({ name }) => name).join(', ')}.`);
  return SCENARIOS.filter(({ name }) => only === undefined || only.includes(name));
}

/**
 * @param {import('../options.mjs').Options & { say: (line: string) => void, signal: AbortSignal, onGroup?: (group: import('../../supervisor/group.mjs').Group) => void }} options
 * @returns {Promise<import('../judge/index.mjs').Verdict>}
 */
export async function runScenarios({ only, people, keep, url, accounts, say, signal, onGroup }) {
  const wanted = wantedOf(only);
  const chosen = wanted.filter(({ kills }) => !(kills && url));
  for (const { name } of wanted.filter(({ kills }) => kills && url)) say(`${name} is left out: it kills processes, which only a throw-away stack may suffer`);
  const processes = url ? undefined : new Processes();
  const report = (line) => {
    say(line);
    processes?.hear(line);
  };
  const target = url && accounts ? useRunning({ url, accounts }) : await startThrowAway({ people, keep, report, signal, onGroup });
  try {
    return await playAndJudge({ target, scenarios: chosen, processes: processes?.of(target), say, signal });
  } finally {
    await target.stop();
  }
}
