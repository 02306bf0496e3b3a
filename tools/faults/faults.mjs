import { Refused } from '../demo/driver/person.mjs';
import { until } from './processes.mjs';

/**
 * @typedef {object} Stage what a fault works on
 * @property {import('./processes.mjs').Processes} processes @property {import('./record.mjs').Record} record
 * @property {string[]} unrepeated ids of commands that were applied and that nobody will ask for again
 * @typedef {{ status: number, answer: unknown }} Answered
 * @typedef {object} RequestFault strikes while one decision is under way
 * @property {string} name @property {string[]} kills @property {string} step @property {string} action
 * @property {(stage: Stage, decision: { workflowId: string, visitId: string, actorId: string, action: string }, send: () => Promise<Answered>) => Promise<Answered>} around
 * @typedef {object} MomentFault strikes when the cycle stands somewhere
 * @property {string} name @property {string[]} kills
 * @property {(record: import('./record.mjs').Record) => Promise<any>} when a row once the moment has come
 * @property {(stage: Stage, row: unknown) => Promise<void>} strike
 * @property {(record: import('./record.mjs').Record, row: unknown) => Promise<string[]>} [afterwards] what is wrong at the end
 */

const COMMAND = 'select update_id as "updateId", state, confirmed_at as "confirmedAt" from commands where visit_id = $1 and actor_id = $2 and action = $3 order by received_at desc limit 1';

/** Sends a decision and waits until the worker's transaction stands still before its first write. */
async function heldUp({ record }, { workflowId }, send) {
  const lock = await record.hold(workflowId);
  const answer = send();
  await until('the decision waits in its transaction', () => lock.blocksSomebody());
  return { lock, answer };
}

/**
 * Between a request and its answer: the decision waits inside its transaction, nothing is written. The person gets no answer, or "unknown", and repeats the request under the same key.
 * @param {string[]} kills @param {{ step: string, action: string }} decision @returns {RequestFault}
 */
export const betweenRequestAndAnswer = (kills, { step, action }) => ({
  name: `${kills.join(', ')} between request and answer (${step})`, kills, step, action,
  around: async (stage, decision, send) => {
    const { lock, answer } = await heldUp(stage, decision, send);
    const killed = stage.processes.killAndWait(kills);
    await lock.release();
    await killed;
    return answer;
  },
});

/** Lets a decision commit while nobody can hear of it, then kills. The Temporal server stands still before, so that the workflow does not learn of it in any way. */
async function committedUnheard(stage, decision, send, { freezes, kills }) {
  const { lock, answer } = await heldUp(stage, decision, send);
  await stage.processes.freeze(freezes);
  await lock.release();
  const command = await until('the decision is committed', async () => {
    const found = await stage.record.one(COMMAND, [decision.visitId, decision.actorId, decision.action]);
    return found?.state === 'applied' ? found : undefined;
  });
  if (command.confirmedAt) throw new Error('The answer had left before anything was killed.');
  await stage.processes.killAndWait(kills);
  return { answer, command };
}

/**
 * After the commit, before anybody hears of it; the request is repeated.
 * @param {string[]} kills @param {{ step: string, action: string, name: string }} decision @returns {RequestFault}
 */
export const afterTheCommit = (kills, { step, action, name }) => ({
  name: `${kills.join(', ')} ${name}`, kills, step, action,
  around: async (stage, decision, send) => (await committedUnheard(stage, decision, send, { freezes: ['temporal'], kills })).answer,
});

/** The person closes the browser: no answer and no second request. */
const GONE = { status: 404, problem: { code: 'VISIT.UNKNOWN' } };

/** Worker, Temporal and API die between commit and answer, and nobody repeats the request: the reconciler has to finish it. @param {{ step: string, action: string }} decision @returns {RequestFault} */
export const commitWithoutAnswer = ({ step, action }) => ({
  name: `worker, temporal, api between commit and answer, not repeated (${step})`, kills: ['worker', 'temporal', 'api'], step, action,
  around: async (stage, decision, send) => {
    const { answer, command } = await committedUnheard(stage, decision, send, { freezes: ['temporal', 'api'], kills: ['worker', 'temporal', 'api'] });
    const { status } = await answer;
    if (status !== 0) throw new Error(`The request was answered with ${status}.`);
    stage.unrepeated.push(command.updateId);
    throw new Refused('a request that nobody repeats', GONE.status, GONE.problem);
  },
});

/** Kills at a moment, at once. @param {string} name @param {string[]} kills @param {string} query gives a row once the moment has come @returns {MomentFault} */
export const at = (name, kills, query) => ({ name: `${kills.join(', ')} ${name}`, kills, when: (record) => record.one(query), strike: ({ processes }) => processes.killAndWait(kills) });

/**
 * Something falls due while those who should do it stand still; then they die.
 * @param {string} name @param {string[]} kills @param {string} soon gives a row with `at` when something falls due within a few seconds
 * @param {MomentFault['afterwards']} [afterwards] @returns {MomentFault}
 */
export const whileDue = (name, kills, soon, afterwards) => ({
  name: `${kills.join(', ')} ${name}`, kills, afterwards, when: (record) => record.one(soon),
  strike: async ({ processes, record }, { at: instant }) => {
    await processes.freeze(kills);
    await until('the moment has passed', async () => (await record.one('select clock_timestamp() > $1 as passed', [instant])).passed);
    await processes.killAndWait(kills);
  },
});
