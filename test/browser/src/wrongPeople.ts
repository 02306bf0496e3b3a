import { expect } from '@jest/globals';
import type { Client } from './client.js';
import type { Desk } from './desk.js';

/** What somebody without a right to a review may try: its page, its result, how the score came about, what waits in it. */
const viewsOf = (reviewId: string): string[] => ['', '/result', '/score', '/progress', '/former-goals', '/collaborator-candidates', '/buffer', '/hr-acts', '/appealable'].map((part) => `/api/reviews/${reviewId}${part}`);

const REFUSED = [401, 403, 404];

/** People with no right to a review: one with a browser, others at the API only. */
export interface WrongPeople {
  peer: Desk;
  clients: readonly Client[];
}

/** They find nothing: neither by the API nor on the page, nor in their lists. */
export async function expectNothingFor({ peer, clients }: WrongPeople, reviewId: string, subjectNames: readonly string[]): Promise<void> {
  for (const client of clients) {
    for (const view of viewsOf(reviewId)) expect({ view, who: client.account.email, refused: REFUSED.includes(await client.status(view)) }).toEqual({ view, who: client.account.email, refused: true });
    const lists = JSON.stringify([await client.get('/api/team').catch(() => ''), await client.get('/api/inbox?box=waiting')]);
    expect(lists).not.toContain(reviewId);
  }
  await peer.page.goto(`/reviews/${reviewId}`);
  await peer.page.getByRole('alert').first().waitFor();
  const shown = await peer.page.locator('body').innerText();
  for (const name of subjectNames) expect(shown).not.toContain(name);
}
