// Starts the built product with a small sample company on a throw-away folder, and finds a Chromium. The tests learn of both through the environment.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { startThrowAway } from '@fairmark/tools/demo';
import { findChromium } from './chromium.mjs';

/** Enough people for two departments with managers, and for an appeal panel whose members never met the review. */
const PEOPLE = 40;

const root = path.join(import.meta.dirname, '../../..');

/** What `npm run admin:invite` prints. */
function administratorLink({ url, behind }) {
  const env = { ...process.env, DATABASE_URL: behind.databaseUrl, PUBLIC_URL: url, CODEC_KEYS: behind.codecKeys, SESSION_SECRET: randomBytes(32).toString('base64url') };
  return execFileSync(process.execPath, ['apps/api/dist/admin-invite.js'], { cwd: root, env, encoding: 'utf8' }).trim();
}

export default async function setUp() {
  const running = await startThrowAway({ people: PEOPLE, keep: false, report: () => undefined, signal: new AbortController().signal });
  globalThis.fairmarkBrowserStack = running;
  process.env.BROWSER_STACK = JSON.stringify({ url: running.url, administratorLink: administratorLink(running), accounts: running.accounts, home: running.home, chromium: await findChromium() });
}
