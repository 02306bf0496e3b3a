import { actFaults, firstOf } from './acts.mjs';
import { downtimeFaults } from './downtime.mjs';
import { endingFaults } from './ending.mjs';
import { beganIn, clockOf, holds, inboxFaults, standInFaults } from './inbox.mjs';
import { lineFaults, offerFaults, pagesOf, waitingIn } from './page.mjs';
import { planFaults } from './plan.mjs';
import { taskFaults, tasksOf } from './tables.mjs';
import { witness } from './witness.mjs';

/**
 * @typedef {object} Point one participant after one row
 * @property {string} as @property {unknown} cell what is stated @property {import('./witness.mjs').Look} look what was seen @property {string} processId
 * @property {{ visitId: string, dueAt: string, seconds: number } | undefined} before their clock after the row before @property {boolean} ever whether they ever had it
 * @property {number[]} began between which instants clocks of this row began @property {Record<string, string>} cast ids by participant @property {any[]} tasks
 */

/** Puts names where the table says `{participant}`. */
const namer = (cast, people, bound) => (text) => text.replaceAll(/{(\w+)}/g, (_, part) => people.get(cast[bound[part] ?? part]) ?? `{${part}}`);

/** The cells of a row by participant; whoever was first and later of several may be stated as such. */
const standsOf = (stands, bound) => Object.fromEntries(Object.entries(stands).map(([part, cell]) => [bound[part] ?? part, cell.onBehalfOf ? { ...cell, onBehalfOf: bound[cell.onBehalfOf] ?? cell.onBehalfOf } : cell]));

/** Nobody outside the table waits, and the page and the inbox name the same deadline. */
function* waitingFaults({ seen, cast, processId }) {
  const [first] = pagesOf(seen);
  if (!first) return;
  const known = new Map(Object.entries(cast).map(([part, id]) => [id, part]));
  for (const [personId, dueAt] of waitingIn(first.page)) {
    const part = known.get(personId);
    if (!part) yield 'the page waits for somebody whom the table does not name';
    const [item] = part ? holds(seen.looks.get(part), processId) : [];
    if (item && item.onBehalfOf === null && item.dueAt !== dueAt) yield `${part}: the page says ${dueAt}, the inbox ${item.dueAt}`;
  }
}

/** Faults of one row. */
function* rowFaults({ row: written, seen, previous, state, cast, people, processId, tasks }) {
  Object.assign(state.bound, firstOf(written, seen));
  const row = { ...written, ...written.either?.[state.bound.winner] };
  if (!row.stands) return yield `nothing is stated for ${state.bound.winner} as the first`;
  yield* actFaults(row, seen);
  const stands = standsOf(row.stands, state.bound);
  yield* lineFaults({ seen, from: state.entries, lines: row.lines, names: namer(cast, people, state.bound) });
  state.entries += row.lines.length;
  const began = beganIn(seen, previous);
  for (const as of Object.keys(cast)) {
    const cell = stands[as];
    if (!cell) {
      yield `nothing is stated of ${as}`;
      continue;
    }
    const look = seen.looks.get(as);
    const point = { as, cell, look, processId, before: state.clocks.get(cell.clock?.of ?? as), ever: state.ever.has(as), began, cast, tasks };
    for (const faults of [inboxFaults, standInFaults, offerFaults, taskFaults]) yield* faults(point);
    if (holds(look, processId).length > 0) state.ever.add(as);
    state.clocks.set(as, clockOf(look, processId, cell.clock?.seconds ?? 0));
  }
  yield* waitingFaults({ seen, cast, processId });
}

/**
 * Everything in which a scenario went otherwise than its table states.
 * @param {{ play: { scenario: unknown, cast: Record<string, string>, broke: string | null }, exchanges: import('../driver/log.mjs').Exchange[], read: import('../check/facts.mjs').Read, temporal: import('../check/facts.mjs').Behind, people: Map<string, string> }} of
 * @returns {Promise<string[]>}
 */
export async function faultsOf({ play, exchanges, read, temporal, people }) {
  const { scenario, cast, broke } = play;
  if (broke) return [broke];
  const { rows, approvalId } = witness(exchanges, play);
  const processId = rows.flatMap(pagesOf)[0]?.page.process.id;
  if (!approvalId || !processId) return ['nobody saw the case'];
  const tasks = await tasksOf(read, approvalId);
  const state = { entries: 0, bound: {}, ever: new Set(), clocks: new Map() };
  const found = [];
  for (const [as, look] of rows[0].looks) {
    if (holds(look, processId).length > 0 !== (scenario.before ?? []).includes(as)) found.push(`before: the inbox of ${as} is otherwise than stated`);
    else if (holds(look, processId).length > 0) state.ever.add(as);
  }
  for (const [index, row] of scenario.course.entries()) {
    for (const fault of rowFaults({ row, seen: rows[index + 1], previous: rows[index], state, cast, people, processId, tasks })) found.push(`row ${index + 1}: ${fault}`);
  }
  for await (const fault of endingFaults({ ends: scenario.ends, last: rows.at(-1), approvalId, read, temporal })) found.push(`end: ${fault}`);
  for await (const fault of downtimeFaults({ scenario, approvalId, read })) found.push(fault);
  for await (const fault of planFaults({ scenario, approvalId, read })) found.push(fault);
  return found;
}
