import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { exportOf, requestExport } from '@fairmark/persistence/exports';
import { sql } from '@fairmark/persistence/database';
import { createTestDatabase, type TestDatabase } from '@fairmark/persistence/testing';
import { readExport } from '@fairmark/runtime/exports';
import { addEmployee } from '../testing/index.js';
import { testKeys } from '../testing/temporal.js';
import { buildExport, dropExpired } from './index.js';

const NOW = '2026-11-20T08:00:00.000Z';
const AFTER = '2026-11-23T08:00:00.000Z';
let db: TestDatabase;
let config: { home: string; codecKeys: typeof testKeys };
let person: string;

beforeAll(async () => {
  db = await createTestDatabase();
  config = { home: await mkdtemp(path.join(tmpdir(), 'fairmark-exports-')), codecKeys: testKeys };
});
afterAll(async () => {
  await db.drop();
  await rm(config.home, { recursive: true });
});
beforeEach(async () => {
  person = await addEmployee(db.database.read, { name: '李雷' });
});

const ask = () => db.database.transaction((tx) => requestExport(tx, { kind: 'personal', cycleId: null, by: person, at: NOW }));
const jobs = () => db.database.read.all(sql<{ outboxId: string; exportId: string }>`select id::text as "outboxId", body ->> 'exportId' as "exportId" from outbox where channel = 'export' and body ->> 'exportId' in (select id::text from exports where requested_by = ${person})`);
const notices = async () => (await db.database.read.all(sql`select 1 from notices where employee_id = ${person} and kind = 'export.ready'`)).length;
const text = async (id: string) => new TextDecoder().decode(await readExport(config, id));

describe('an export', () => {
  test('is asked for once while it is built, and carries an id only', async () => {
    const id = await ask();
    expect(await ask()).toBe(id);
    expect(await jobs()).toEqual([{ outboxId: expect.any(String), exportId: id }]);
  });

  test('is built, told of and sealed; the job that comes again changes nothing', async () => {
    const id = await ask();
    const [job] = await jobs();
    expect(await buildExport(db.database, config, job!, NOW)).toBe('built');
    expect(await buildExport(db.database, config, job!, AFTER)).toBe('built before');
    expect(JSON.parse(await text(id))).toMatchObject({ exportedAt: NOW, person: { name: '李雷' }, reviews: [] });
    expect(await exportOf(db.database.read, id, person)).toMatchObject({ readyAt: NOW, expiresAt: AFTER, bytes: Buffer.byteLength(await text(id)) });
    expect(await notices()).toBe(1);
    expect(await readFile(path.join(config.home, 'exports', `${id}.sealed`), 'utf8')).not.toContain('李雷');
    expect(await ask()).not.toBe(id);
  });

  test('whose builder dies between file and record is built again, and told of once', async () => {
    const id = await ask();
    const [job] = await jobs();
    const dies = { transaction: (work: Parameters<typeof db.database.transaction>[0]) => db.database.transaction(async (tx) => { await work(tx); throw new Error('killed'); }) } as unknown as typeof db.database;
    await expect(buildExport(dies, config, job!, NOW)).rejects.toThrow('killed');
    expect((await readdir(path.join(config.home, 'exports'))).some((name) => name.startsWith(id))).toBe(true);
    expect([await exportOf(db.database.read, id, person), await notices()]).toEqual([expect.objectContaining({ readyAt: null }), 0]);
    expect(await buildExport(db.database, config, job!, AFTER)).toBe('built');
    expect(JSON.parse(await text(id))).toMatchObject({ exportedAt: AFTER });
    expect(await notices()).toBe(1);
  });

  test('is deleted when its time is over', async () => {
    const id = await ask();
    const [job] = await jobs();
    await buildExport(db.database, config, job!, NOW);
    await dropExpired(db.database, config, '2026-11-23T07:59:59.000Z');
    expect(await readExport(config, id)).toBeDefined();
    expect(await dropExpired(db.database, config, AFTER)).toBeGreaterThan(0);
    expect(await readExport(config, id)).toBeUndefined();
    expect(await dropExpired(db.database, config, AFTER)).toBe(0);
  });
});
