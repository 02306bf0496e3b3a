import { setTimeout as sleep } from 'node:timers/promises';

/** Somebody names a substitute for a while, or HR does it for them. @param {import('../play.mjs').Play} play @param {import('../statements.mjs').Row} row */
export async function delegate({ cast, kept }, { delegate: { from, to, seconds, byHr = false } }, as) {
  kept.over = Date.now() + seconds * 1_000;
  const body = { delegateId: cast[to].id, from: new Date(Date.now() - 1_000).toISOString(), to: new Date(kept.over).toISOString(), kinds: ['approval'], reason: '出差' };
  const { id } = byHr ? await as('hr2').write('POST', `/api/org/employees/${cast[from].id}/delegations`, body) : await as(from).write('POST', '/api/delegations', body);
  kept.delegation = id;
}

/** It is taken back before its time. */
export const endDelegation = ({ kept }, { ends }, as) => as(ends).write('POST', `/api/delegations/${kept.delegation}/end`, { reason: '已回来' });

/** Its time is up by itself. */
export const delegationOver = ({ kept }) => sleep(Math.max(0, kept.over - Date.now()) + 200);
