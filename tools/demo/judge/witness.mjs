/**
 * @typedef {import('../driver/log.mjs').Exchange} Exchange
 * @typedef {{ inbox: Exchange | undefined, copies: Exchange | undefined, page: Exchange | undefined }} Look what one participant saw after one row
 * @typedef {{ looks: Map<string, Look>, acts: Exchange[] }} Seen one row as the log has it
 */

const isInbox = (box) => ({ path }) => path.startsWith(`/api/inbox?box=${box}`);
const isCase = ({ path }) => /^\/api\/approvals\/[0-9a-f-]{36}$/.test(path);

/** What the log has of one row. @param {Exchange[]} exchanges @param {string[]} parts @returns {Seen} */
function rowOf(exchanges, parts) {
  const looks = new Map(parts.map((as) => {
    const own = exchanges.filter(({ tag }) => tag?.part === 'look' && tag.as === as);
    return [as, { inbox: own.find(isInbox('waiting')), copies: own.find(isInbox('copied')), page: own.find(isCase) }];
  }));
  return { looks, acts: exchanges.filter(({ tag }) => tag?.part === 'act') };
}

/**
 * What the log says of a scenario, row by row; row 0 is before anything happened.
 * @param {Exchange[]} exchanges @param {{ scenario: { name: string, cast: string[], course: unknown[] } }} play @returns {{ rows: Seen[], approvalId: string | undefined }}
 */
export function witness(exchanges, { scenario }) {
  const own = exchanges.filter(({ tag }) => tag?.scenario === scenario.name);
  const byRow = Map.groupBy(own, ({ tag }) => tag?.row ?? 0);
  const rows = Array.from({ length: scenario.course.length + 1 }, (_, row) => rowOf(byRow.get(row) ?? [], scenario.cast));
  return { rows, approvalId: own.find((exchange) => exchange.tag?.part === 'look' && isCase(exchange))?.path.split('/').at(-1) };
}

/** The instant after which an answer was being made, and the one at which it had come. @param {Exchange} exchange */
export const spanOf = ({ at, ms }) => [Date.parse(at), Date.parse(at) + ms];
