import { resolve } from '../resolve.mjs';
import { visitFor } from './visits.mjs';

/** Several people press their buttons at the same moment. @param {import('../play.mjs').Play} play @param {import('../statements.mjs').Row} row */
export async function together(play, { together: acts = [] }, as) {
  const prepared = [];
  for (const one of acts) prepared.push({ ...one, visitId: await visitFor(play, one) });
  await Promise.allSettled(prepared.map(({ by, act, body = {}, visitId }) => as(by).decide(visitId, act, resolve(body, play.cast))));
}
