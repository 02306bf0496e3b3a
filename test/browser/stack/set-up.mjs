// Starts the built product with a small sample company on a throw-away folder, and finds a Chromium. The tests learn of both through the environment.
import { startThrowAway } from '@fairmark/tools/demo';
import { findChromium } from './chromium.mjs';

/** Enough people for two departments with managers, and for an appeal panel whose members never met the review. */
const PEOPLE = 40;

export default async function setUp() {
  const running = await startThrowAway({ people: PEOPLE, keep: false, report: () => undefined, signal: new AbortController().signal });
  globalThis.fairmarkBrowserStack = running;
  process.env.BROWSER_STACK = JSON.stringify({ url: running.url, accounts: running.accounts, home: running.home, chromium: await findChromium() });
}
