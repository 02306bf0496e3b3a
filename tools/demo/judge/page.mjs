import { lineOf, titlesOf } from './chinese.mjs';

const sorted = (words) => [...new Set(words)].sort().join(' ');

/** What the page of the case offers a participant, against the cell. @param {import('./compare.mjs').Point} point @returns {Generator<string>} */
export function* offerFaults({ as, cell, look }) {
  if (cell.inbox === 'shut') return;
  const page = look.page?.status === 200 ? look.page.answer : undefined;
  const offered = sorted(page ? [...page.offers.flatMap(({ operators }) => operators), ...page.acts] : []);
  const stated = sorted(cell.offers);
  if (offered !== stated) yield `${as} is offered "${offered}", stated is "${stated}"`;
}

/** Pages of one row that somebody may read, by participant. @param {import('./witness.mjs').Seen} seen */
export const pagesOf = (seen) => [...seen.looks].flatMap(([as, { page }]) => (page?.status === 200 ? [{ as, page: page.answer }] : []));

/** Everybody for whom the page says that the case waits, by id, with the deadline. */
export const waitingIn = (page) => new Map(page.waiting.map(({ person, dueAt }) => [person.id, dueAt]));

/** New lines of the history, as everybody who may read it reads them. @param {{ seen: import('./witness.mjs').Seen, from: number, lines: string[], names: (text: string) => string }} of */
export function* lineFaults({ seen, from, lines, names }) {
  const stated = lines.map(names);
  for (const { as, page } of pagesOf(seen)) {
    const shown = page.timeline.slice(from).map((entry) => lineOf(entry, titlesOf(page)));
    if (shown.join('\n') === stated.join('\n')) continue;
    yield `${as} reads ${shown.length > 0 ? shown.map((line) => `「${line}」`).join('') : 'nothing new'}, stated is ${stated.map((line) => `「${line}」`).join('') || 'nothing new'}`;
    return;
  }
}
