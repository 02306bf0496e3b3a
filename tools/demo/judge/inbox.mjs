import { spanOf } from './witness.mjs';

/** Clocks of client and server are the same machine's; an answer is written a moment before it comes. */
const TOLERANCE_MS = 1_500;
const mine = (exchange, processId) => (exchange?.status === 200 ? exchange.answer.items.filter((item) => item.processId === processId) : []);

/** What stands in an inbox against a cell. @param {import('./compare.mjs').Point} point @returns {Generator<string>} */
export function* inboxFaults({ as, cell, look, processId, before, ever, began }) {
  if (cell.inbox === 'shut') {
    if (look.inbox?.status !== 401) yield `${as} can still sign in`;
    return;
  }
  if (look.inbox?.status !== 200) return yield `the inbox of ${as} answered ${look.inbox?.status ?? 'nothing'}`;
  const items = mine(look.inbox, processId);
  const found = items.length > 0 ? 'has' : ever ? 'gone' : 'never';
  if (found !== cell.inbox) return yield `${as}: the inbox says ${found}, stated is ${cell.inbox}`;
  if (items.length > 1) yield `${as} has it ${items.length} times`;
  if (mine(look.copies, processId).length > 0 !== cell.copied) yield `${as} ${cell.copied ? 'has no copy' : 'has a copy'}`;
  if (items[0]) yield* clockFaults({ as, cell, item: items[0], before, began });
}

function* clockFaults({ as, cell, item, before, began }) {
  const due = Date.parse(item.dueAt);
  const { seconds, begins } = cell.clock;
  if (!begins) {
    if (!before || before.visitId !== item.visitId || before.dueAt !== item.dueAt) yield `${as}: the clock did not go on: ${before?.dueAt ?? 'nothing'} before, ${item.dueAt} now`;
    if (before && before.seconds !== seconds) yield `${as}: stated are ${seconds} s, before it was ${before.seconds}`;
    return;
  }
  const [from, to] = began.map((instant) => instant + seconds * 1_000);
  if (!(due >= from - TOLERANCE_MS && due <= to + TOLERANCE_MS)) yield `${as}: the deadline ${item.dueAt} is not ${seconds} s after the row (${new Date(from).toISOString()} to ${new Date(to).toISOString()})`;
}

/** The line of an inbox that a later row compares with. */
export function clockOf(look, processId, seconds) {
  const [item] = mine(look.inbox, processId);
  return item ? { visitId: item.visitId, dueAt: item.dueAt, seconds } : undefined;
}

export const holds = (look, processId) => mine(look.inbox, processId);

/** Whose task it is, where somebody stands in. */
export function* standInFaults({ as, cell, look, processId, cast }) {
  const [item] = mine(look.inbox, processId);
  const holder = cell.onBehalfOf === null ? null : cast[cell.onBehalfOf];
  if (item && (item.onBehalfOf?.id ?? null) !== holder) yield `${as} has it for ${item.onBehalfOf?.name ?? 'themselves'}, stated is ${cell.onBehalfOf ?? 'themselves'}`;
}

/** When a row began and when its effects were seen: the clock of what it opened began between. @param {import('./witness.mjs').Seen} seen @param {import('./witness.mjs').Seen} previous */
export function beganIn(seen, previous) {
  const looked = [...seen.looks.values()].flatMap(({ inbox }) => (inbox ? [spanOf(inbox)[1]] : []));
  const acted = seen.acts.map((act) => spanOf(act)[0]);
  const before = [...previous.looks.values()].flatMap(({ inbox }) => (inbox ? [spanOf(inbox)[0]] : []));
  return [acted.length > 0 ? Math.min(...acted) : Math.min(...before), Math.max(...looked)];
}
