import { readFileSync } from 'node:fs';
import { Person } from './person.mjs';
import { pooled } from './pool.mjs';

/** Signing in costs the server a slow hash; more at once only make each of them slower. */
const SIGN_INS_AT_ONCE = 3;

/**
 * Everybody of the accounts file, signed in.
 * @param {{ url: string, accounts: string, log: import('./log.mjs').ExchangeLog }} of
 */
export async function signInAll({ url, accounts, log }) {
  const listed = JSON.parse(readFileSync(accounts, 'utf8'));
  const people = await pooled(listed, SIGN_INS_AT_ONCE, (account) => new Person({ url, log, account }).signIn());
  const of = (role) => people.filter(({ account }) => account.role === role);
  return { people, byId: new Map(people.map((person) => [person.id, person])), hr: of('hr'), sponsors: of('sponsor') };
}
