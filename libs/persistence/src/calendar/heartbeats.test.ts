import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from '../database/index.js';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { downtimesSince, heartbeat, silentSeconds, type Component } from './index.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.database.read.run(sql`delete from heartbeats`);
  await db.database.read.run(sql`delete from downtimes`);
});

const beat = (component: Component, instance: string) => db.database.transaction((tx) => heartbeat(tx, component, instance));
const lastSign = (component: Component, instance: string, minutesAgo: number) =>
  db.database.read.run(sql`insert into heartbeats values (${component}, ${instance}, now() - make_interval(mins => ${minutesAgo}))`);
const minutesDown = async () =>
  (await db.database.read.all(sql<{ component: string; minutes: number }>`select component, round(extract(epoch from to_at - from_at) / 60)::integer as minutes from downtimes order by component`));

describe('a gap', () => {
  test('of more than a quarter of an hour is recorded by the first sign after it, once', async () => {
    await lastSign('api', 'old', 40);
    await Promise.all(['a', 'b', 'c'].map((instance) => beat('api', instance)));
    await beat('api', 'a');
    expect(await minutesDown()).toEqual([{ component: 'api', minutes: 40 }]);
    expect(await downtimesSince(db.database.read, new Date(Date.now() - 3_600_000).toISOString())).toHaveLength(1);
  });

  test.each([['a shorter one', 14], ['a quarter of an hour less a bit', 14.9]])('%s is none', async (_what, minutes) => {
    await db.database.read.run(sql`insert into heartbeats values ('api', 'old', now() - make_interval(secs => ${minutes * 60}))`);
    await beat('api', 'new');
    expect(await minutesDown()).toEqual([]);
  });

  test('is none while another instance lives, and each component has its own', async () => {
    await lastSign('api', 'dead', 60);
    await beat('worker', 'w');
    await lastSign('api', 'alive', 1);
    await beat('api', 'new');
    expect(await minutesDown()).toEqual([]);
    await db.database.read.run(sql`update heartbeats set at = at - interval '1 hour' where component = 'worker'`);
    await beat('worker', 'w');
    expect(await minutesDown()).toEqual([{ component: 'worker', minutes: 60 }]);
  });
});

test('silence is the absence of a component that once lived', async () => {
  const silence = async (component: Component) => Math.round((await silentSeconds(db.database.read, component)) / 60);
  expect(await silence('api')).toBe(0);
  await lastSign('api', 'a', 2);
  expect([await silence('api'), await silence('worker')]).toEqual([2, 0]);
  await beat('api', 'a');
  expect(await silence('api')).toBe(0);
});
