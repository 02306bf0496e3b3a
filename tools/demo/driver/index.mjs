import { signInAll } from './agents.mjs';
import { ExchangeLog } from './log.mjs';
import { prepare } from './prepare.mjs';
import { Rounds } from './rounds.mjs';
import { World } from './world.mjs';
import * as appeals from './steps/appeals.mjs';
import * as buffers from './steps/buffers.mjs';
import * as calibration from './steps/calibration.mjs';
import { appoint } from './steps/appoint.mjs';
import * as goals from './steps/goals.mjs';
import * as results from './steps/results.mjs';
import * as reviews from './steps/reviews.mjs';
import * as scoring from './steps/scoring.mjs';

/** What is done in each step, by its name in an inbox. No step has the name of what these modules offer besides. */
const steps = { ...goals, ...reviews, ...scoring, ...calibration, ...results, ...appeals, ...buffers };
const besides = [reviews.readSheets, reviews.importValues, reviews.duringPeriod, results.publish, appeals.withdraw];

/** HR looks at every session once more, as signed off and after appeals. */
async function readSessions(hr, cycleId) {
  const { sessions } = await hr.get(`/api/calibration?cycleId=${cycleId}`);
  for (const { id } of sessions) await hr.get(`/api/calibration/${id}`);
}

/** Nothing moved for so long: something is wrong, and waiting longer would not help. */
const STUCK_MS = 240_000;

/** Where everybody stands, in one line. */
const lineOf = ({ steps: counts }) => counts.map(({ step, people }) => `${step} ${people}`).join(', ');

/** Says where everybody stands, when it has changed; complains when it does not change any more. */
function watch(world, hr) {
  let last = '';
  let since = Date.now();
  return async () => {
    const cycle = await hr.get(`/api/cycles/${world.cycle.cycleId}`);
    const line = lineOf(cycle);
    if (line !== last) {
      world.say(line);
      last = line;
      since = Date.now();
    }
    if (cycle.state === 'closed') return true;
    if (Date.now() - since > STUCK_MS) throw new Error(`The cycle does not move any more: ${line}`);
    return false;
  };
}

/**
 * Drives a running Fairmark with its sample people through one review cycle, over HTTP as people would, until the cycle is closed.
 * @param {{ url: string, accounts: string, logFile: string, seed: number, say: (line: string) => void, signal: AbortSignal, onStand?: (world: World) => void, atMost?: number, lengths?: ReturnType<typeof import('./plan.mjs').lengthsFor> }} of
 * @returns {Promise<{ cycleId: string, launched: number }>}
 */
export async function drive({ url, accounts, logFile, seed, say, signal, onStand, atMost, lengths }) {
  const log = new ExchangeLog(logFile);
  try {
    const agents = await signInAll({ url, accounts, log });
    say(`${agents.people.length} people have signed in`);
    const cycle = await prepare({ hr: agents.hr[0], sponsorIds: agents.sponsors.map(({ id }) => id), say, atMost, lengths });
    say(`${cycle.launched} reviews have started`);
    const world = new World({ agents: agents.people, hr: agents.hr, sponsors: agents.sponsors, cycle, seed, say });
    onStand?.(world);
    await new Rounds({ world, steps, besides, appoint }).until(watch(world, agents.hr[0]), signal);
    await readSessions(agents.hr[0], cycle.cycleId);
    return { cycleId: cycle.cycleId, launched: cycle.launched };
  } finally {
    await log.close();
  }
}
