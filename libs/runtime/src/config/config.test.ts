import { describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { CONFIGURATION_KEYS, ConfigurationError, loadConfig, loadOwnerUrl } from './index.js';

const key = randomBytes(32).toString('base64');
const minimal = {
  DATABASE_URL: 'postgres://fairmark_app:h7Gq2kLmZ0pXvB@127.0.0.1:5432/fairmark',
  CODEC_KEYS: JSON.stringify({ active: 'k1', keys: { k1: key } }),
  SESSION_SECRET: randomBytes(32).toString('base64url'),
};
const faultsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
  return [];
};

describe('configuration', () => {
  test('the smallest environment starts with defaults', () => {
    const config = loadConfig(minimal);
    expect(config.http).toMatchObject({ host: '127.0.0.1', port: 3000, publicUrl: 'http://127.0.0.1:3000', secureCookies: false });
    expect(config.codecKeys.keys['k1']).toHaveLength(32);
    expect(config.mail.dir.endsWith('/.fairmark/mail')).toBe(true);
    expect(config.allowSecondDurations).toBe(false);
  });

  test('an empty variable is an absent one', () => {
    expect(loadConfig({ ...minimal, REDIS_URL: '', PORT: '' })).toMatchObject({ redisUrl: undefined, http: { port: 3000 } });
  });

  test('all faults come in one message, without the values', () => {
    const faults = faultsOf({ DATABASE_URL: 'mysql://secret-value', CODEC_KEYS: '{"active":"x","keys":{}}', PORT: '99999' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['PORT', 'DATABASE_URL', 'CODEC_KEYS', 'SESSION_SECRET']);
    expect(faults.join()).not.toContain('secret-value');
  });

  test.each([
    ['SESSION_SECRET', 'change-me-change-me-change-me-change-me'],
    ['DATABASE_URL', 'postgres://fairmark_app:fairmark@db/fairmark'],
    ['CODEC_KEYS', JSON.stringify({ active: 'k1', keys: { k1: Buffer.alloc(32).toString('base64') } })],
    ['ALLOW_SECOND_DURATIONS', 'true'],
    ['PUBLIC_URL', ''],
    ['ROBOT_BASE_URL', 'http://127.0.0.1:9'],
  ])('production refuses %s = %s', (name, value) => {
    const good = { ...minimal, NODE_ENV: 'production', PUBLIC_URL: 'https://fairmark.example.com/' };
    expect(faultsOf(good)).toEqual([]);
    expect(faultsOf({ ...good, [name]: value }).map((fault) => fault.split(':')[0])).toEqual([name]);
  });

  test('https makes cookies secure; the owner address belongs to the migration job', () => {
    expect(loadConfig({ ...minimal, PUBLIC_URL: 'https://fairmark.example.com/' }).http).toMatchObject({ publicUrl: 'https://fairmark.example.com', secureCookies: true });
    expect(() => loadOwnerUrl(minimal)).toThrow(ConfigurationError);
    expect(CONFIGURATION_KEYS).toEqual(expect.arrayContaining(['DATABASE_URL', 'DATABASE_OWNER_URL', 'REDIS_URL', 'CODEC_KEYS']));
  });
});
