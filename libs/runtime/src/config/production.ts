import type { Variables } from './keys.js';

const COMMON = new Set(['', 'postgres', 'password', 'secret', 'fairmark', 'admin', 'changeme', 'change-me', 'example', 'owner', 'app', 'pw', 'test']);

/** Placeholders of example files and secrets that a person could guess. */
const looksDefault = (secret: string): boolean => COMMON.has(secret.toLowerCase()) || /change|replace|example|placeholder|default|your[-_ ]/i.test(secret) || new Set(secret).size < 8;

/** What a production installation must not run with. Names the variable and the reason, never the value. */
export function productionFaults(values: Variables): string[] {
  const faults: string[] = [];
  if (looksDefault(values.SESSION_SECRET)) faults.push('SESSION_SECRET: a default or guessable secret is refused in production');
  if (looksDefault(decodeURIComponent(new URL(values.DATABASE_URL).password))) faults.push('DATABASE_URL: a missing, default or guessable password is refused in production');
  const weak = Object.entries(values.CODEC_KEYS.keys).filter(([, key]) => new Set(key).size < 8);
  for (const [id] of weak) faults.push(`CODEC_KEYS: key ${id} is not random`);
  if (!values.PUBLIC_URL) faults.push('PUBLIC_URL: required in production, links in mails start with it');
  if (values.ALLOW_SECOND_DURATIONS) faults.push('ALLOW_SECOND_DURATIONS: steps of seconds are for tests and the demonstration, never for production');
  if (values.ROBOT_BASE_URL) faults.push('ROBOT_BASE_URL: messages to group robots go to the vendors themselves in production');
  return faults;
}
