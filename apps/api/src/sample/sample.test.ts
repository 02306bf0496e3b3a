import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { env } from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { referencePlan } from '@fairmark/domain/plans';
import { createCycle, loadCycle, runPreflight, type CycleRow } from '@fairmark/persistence/cycles';
import { sql } from '@fairmark/persistence/database';
import { createTestDatabase, type TestDatabase } from '@fairmark/persistence/testing';
import { verifyPassword } from '@fairmark/persistence/identity';
import { storeVersion } from '@fairmark/persistence/plans';
import { generateCompany } from './company/index.js';
import { idsByNumber } from './load.js';
import { sampleQuarter } from './period.js';
import { loadSampleCompany, type SampleAccount } from './index.js';

let db: TestDatabase;
const home = mkdtempSync(path.join(tmpdir(), 'fairmark-sample-'));
beforeAll(async () => {
  db = await createTestDatabase(String(env['TEST_DATABASE_URL']));
});
afterAll(async () => {
  await db.drop();
  rmSync(home, { recursive: true, force: true });
});

const facts = () => db.database.read.one(sql`
  select (select count(*)::int from employees) as people, (select count(*)::int from communities) as communities, (select count(*)::int from accounts where password_hash is not null) as passwords,
    (select count(*)::int from role_grants) as roles, (select count(*)::int from panel_pool) as pool, (select count(*)::int from audit.entries) as audited`);

describe('loading the sample company', () => {
  test('imports it, opens accounts with one random password, and lists them for the owner only', async () => {
    const { accountsFile: file } = await loadSampleCompany(db.database, { home, environment: 'test' }, 60);
    const accounts = JSON.parse(readFileSync(file, 'utf8')) as SampleAccount[];
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(accounts).toHaveLength(61);
    expect(accounts.filter((account) => account.first).map((account) => account.role)).toEqual(['admin', 'hr', 'sponsor', 'lead', 'manager', 'employee', 'panel']);
    expect(await facts()).toMatchObject({ people: 61, communities: 40, passwords: 61 });
    const row = await db.database.read.one(sql<{ hash: string }>`select password_hash as hash from accounts a join employees e on e.id = a.employee_id where e.email = ${accounts[0]?.email}`);
    expect(await verifyPassword(row?.hash ?? null, accounts[0]?.password ?? '')).toBe(true);
  });

  test('again changes nothing', async () => {
    const before = await facts();
    const accounts = readFileSync(path.join(home, 'sample-accounts.json'), 'utf8');
    await loadSampleCompany(db.database, { home, environment: 'test' }, 60);
    expect(await facts()).toEqual(before);
    expect(readFileSync(path.join(home, 'sample-accounts.json'), 'utf8')).toBe(accounts);
  });

  test('gives a company whose first cycle has no blocking finding', async () => {
    const ids = await idsByNumber(db.database.read);
    const hr = ids.get(generateCompany({ seed: 1, people: 60, today: '2026-07-01' }).roles.hr[0] ?? '') ?? '';
    const sponsor = ids.get('E0001') ?? '';
    const result = await db.database.transaction(async (tx) => {
      const { versionId } = await storeVersion(tx, { document: referencePlan, findings: [], overrides: [], actorId: hr });
      const population = { departmentIds: [], positions: [], regions: [], communityTypes: [], employeeIds: [], exclude: [sponsor] };
      const period = sampleQuarter(new Date().toISOString().slice(0, 10));
      const id = await createCycle(tx, { name: { zh: '周期' }, planVersionId: versionId, periodStart: period.periodStart, periodEnd: period.periodEnd, population, schedule: {} }, { actorId: hr, allowSeconds: false });
      return runPreflight(tx, (await loadCycle(tx, id)) as CycleRow, { now: new Date().toISOString(), allowSeconds: false });
    });
    expect(result.people).toHaveLength(60);
    expect(result.findings.filter((finding) => finding.severity === 'blocking')).toEqual([]);
  });

  test('is refused in production', async () => {
    await expect(loadSampleCompany(db.database, { home, environment: 'production' }, 60)).rejects.toThrow('no sample company in production');
  });
});
