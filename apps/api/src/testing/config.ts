import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { loadConfig, type Config } from '@fairmark/runtime/config';

/** Configuration of a test process: random secrets, steps of seconds allowed, nothing logged. */
export function testConfig(databaseUrl: string, variables: Record<string, string> = {}): Config {
  return loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: randomBytes(32).toString('hex'),
    CODEC_KEYS: JSON.stringify({ active: 'test', keys: { test: randomBytes(32).toString('base64') } }),
    FAIRMARK_HOME: tmpdir(),
    WEB_DIR: `${tmpdir()}/no-web-app`,
    ALLOW_SECOND_DURATIONS: 'true',
    LOG_LEVEL: 'silent',
    ...variables,
  });
}
