import { env } from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportFiles } from '@fairmark/domain/org';
import { sql } from '../database/index.js';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { applyImport, claimApply, importById, loadSnapshot } from './index.js';
import { dryRun, firstPerson, importDay, importFiles, upload } from './testing/index.js';

let db: TestDatabase;
let by: string;
beforeAll(async () => {
  db = await createTestDatabase(String(env['TEST_DATABASE_URL']));
  by = await firstPerson(db.database);
});
afterAll(() => db.drop());

const people = (...rows: string[]) => upload('employees', `number,name,email,zone,locale,region,department,position,manager_number,hired_on,left_on,effective_date\n${rows.join('\n')}`);
const person = (number: string, manager = '', rest = '2020-01-01,,', email = `${number.toLowerCase()}@x.example`) => `${number},Name ${number},${email},Asia/Shanghai,zh-CN,APAC,OPS,OP,${manager},${rest}`;
const company = [
  upload('departments', 'code,name,parent_code,head_number\nHQ,总部,,E1\nOPS,运营,HQ,E1\n'),
  upload('positions', 'code,name,name_en\nOP,专员,Operator\n'),
  people(person('E1'), person('E2', 'E1'), person('E3', 'E2')),
  upload('leaves', 'employee_number,from,to\nE3,2026-05-04,2026-05-22\n'),
  upload('communities', 'code,name,type,stage,region,active_users,depends_on\nC1,群一,内容型,成长期,APAC,900,OPS|HQ\nC2,群二,service,base,EU,10,\n'),
  upload('assignments', 'employee_number,community_code,share,from,to\nE3,C1,60,2026-01-01,\nE3,C2,40,2026-01-01,\n'),
];

/** The planned changes as `op subject value`. */
const changesOf = (row: { preview: { changes: { op: string; subject: string; value: string | null }[] } | null }) => row.preview?.changes.map(({ op, subject, value }) => [op, subject, value].filter(Boolean).join(' '));

describe('an import', () => {
  test('writes a whole organisation, which reads back as it was planned, with accounts and an audit chain', async () => {
    const row = await importFiles(db.database, by, company);
    expect(row).toMatchObject({ state: 'applied', appliedBy: by, failure: null });
    const snapshot = await loadSnapshot(db.database.read);
    expect(snapshot.employees.get('E3')).toMatchObject({
      managers: [{ value: 'E2', validFrom: '2020-01-01', validTo: null }],
      leaves: [{ kind: 'leave', validFrom: '2026-05-04', validTo: '2026-05-23' }],
      assignments: [{ communityCode: 'C1', shareBp: 6_000 }, { communityCode: 'C2', shareBp: 4_000 }],
    });
    expect(snapshot.departments.get('OPS')).toMatchObject({ parentCode: 'HQ', headNumber: 'E1' });
    expect(snapshot.communities.get('C1')).toMatchObject({ dependsOn: ['HQ', 'OPS'], stages: [{ value: 'growth' }] });
    expect(await db.database.read.one(sql`select count(*)::int as n from accounts where password_hash is null`)).toEqual({ n: 3 });
    expect(await db.database.read.all(sql`select seq, actor, action from audit.entries where chain = ${`org/import/${row.id}`} order by seq`)).toEqual([
      { seq: 1, actor: by, action: 'org.importApplied' }, { seq: 2, actor: by, action: 'org.changed' },
    ]);
    expect(await db.database.read.all(sql`select 1 from org_import_files where import_id = ${row.id}`)).toEqual([]);
  });

  test('of the same files changes nothing, nor does importing the export', async () => {
    expect(await dryRun(db.database, by, company)).toMatchObject({ state: 'ready', preview: { changeCount: 0 } });
    const exported = [...exportFiles(await loadSnapshot(db.database.read), 'zh-CN', importDay)].map(([kind, bytes]) => ({ name: `${kind}.csv`, bytes }));
    expect(await dryRun(db.database, by, exported)).toMatchObject({ state: 'ready', preview: { ok: true, changeCount: 0 } });
  });

  test('gives whoever set the installation up the number under which the file lists them', async () => {
    const founder = await firstPerson(db.database, 'ADMIN-1');
    await importFiles(db.database, by, [people(person('E0', '', '2020-01-01,,', 'ADMIN-1@fairmark.example'), person('E00', 'E0'))]);
    expect(await db.database.read.one(sql`select number, name from employees where id = ${founder}`)).toEqual({ number: 'E0', name: 'Name E0' });
    expect((await loadSnapshot(db.database.read)).employees.has('ADMIN-1')).toBe(false);
  });

  test('lets people swap addresses, and a new one take an address that becomes free', async () => {
    const swap = people(person('E2', 'E1', undefined, 'e3@x.example'), person('E3', 'E2', undefined, 'free@x.example'), person('E4', 'E2', undefined, 'e2@x.example'));
    expect((await importFiles(db.database, by, [swap])).state).toBe('applied');
    expect((await dryRun(db.database, by, [swap])).preview?.changeCount).toBe(0);
  });

  test('writes ends, corrections, removals and moves as the planner meant them', async () => {
    const set = async (number: string, manager: string, rest: string) => importFiles(db.database, by, [people(person(number, manager, rest, `${number.toLowerCase()}.new@x.example`))]);
    await set('E3', 'E1', '2020-01-01,,2026-07-01');
    await set('E4', 'E1', '2020-01-01,,2026-09-01');
    await set('E3', 'E4', '2020-01-01,,2026-07-01');
    expect(changesOf(await set('E3', 'E2', '2020-01-01,,2026-07-01'))).toEqual(['correctRow E3 E2']);
    expect(changesOf(await set('E4', 'E1', '2020-01-01,2026-06-30,2026-06-30'))).toEqual(expect.arrayContaining(['updateEmployee E4', 'removeRow E4', 'endRow E4']));
    const snapshot = await loadSnapshot(db.database.read);
    expect(snapshot.employees.get('E3')?.managers).toEqual([{ value: 'E2', validFrom: '2020-01-01', validTo: '2026-07-01' }, { value: 'E2', validFrom: '2026-07-01', validTo: null }]);
    expect(snapshot.employees.get('E4')).toMatchObject({ leftOn: '2026-06-30', departments: [{ value: 'OPS', validTo: '2026-07-01' }] });
  });

  test('changes departments, positions, communities, leaves and assignments', async () => {
    const changes = [
      upload('departments', 'code,name,name_en,parent_code,head_number,country\nHQ,总部,Head office,,E2,DE\nNEW,新部,,OPS,,CN\nOPS,运营二,,NEW2,,CN\nNEW2,上级,,HQ,,CN\n'),
      upload('positions', 'code,name,name_en\nOP,专员二,\n'),
      upload('leaves', 'employee_number,kind,from,to\nE3,parental,2026-05-04,2026-05-15\n'),
      upload('communities', 'code,name,type,stage,region,active_users,depends_on,effective_date\nC1,群一,内容型,成熟期,EU,901,NEW,2026-07-01\n'),
      upload('assignments', 'employee_number,community_code,share,from,to\nE3,C1,60,2026-01-01,2026-06-30\nE3,C2,40,2026-01-01,2026-06-30\nE2,C2,,2026-07-01,\n'),
    ];
    expect((await importFiles(db.database, by, changes)).state).toBe('applied');
    expect((await dryRun(db.database, by, changes)).preview?.changeCount).toBe(0);
    const snapshot = await loadSnapshot(db.database.read);
    expect(snapshot.departments.get('HQ')).toMatchObject({ nameEn: 'Head office', headNumber: 'E2', country: 'DE' });
    expect(snapshot.departments.get('OPS')).toMatchObject({ parentCode: 'NEW2' });
    expect(snapshot.communities.get('C1')).toMatchObject({ region: 'EU', activeUsers: 901, dependsOn: ['NEW'], stages: [{ value: 'growth', validTo: '2026-07-01' }, { value: 'mature', validTo: null }] });
  });

  test('with one refusal writes nothing at all', async () => {
    const before = await loadSnapshot(db.database.read);
    const row = await dryRun(db.database, by, [people(person('E8', 'E1'), person('E9', 'NOBODY')), { name: 'odd.csv', bytes: new TextEncoder().encode('a,b\n1,2\n') }]);
    expect(row).toMatchObject({ state: 'refused', preview: { ok: false, errorCount: 2 } });
    expect(row.preview?.errors.map(({ file, row: at, column, code }) => [file, at, column, code])).toEqual([['odd.csv', 0, null, 'ORG.UNKNOWN_FILE'], ['employees', 3, 'manager_number', 'ORG.UNKNOWN_MANAGER']]);
    expect(await claimApply(db.database.read, row.id)).toBe(false);
    expect(await loadSnapshot(db.database.read)).toEqual(before);
  });

  test('whose preview is out of date is not written but shown anew', async () => {
    const first = await dryRun(db.database, by, [people(person('E6', 'E1'))]);
    await importFiles(db.database, by, [people(person('E6', 'E2'))]);
    expect(await claimApply(db.database.read, first.id)).toBe(true);
    expect(await claimApply(db.database.read, first.id)).toBe(false);
    expect(await applyImport(db.database, first.id, by, importDay)).toBe('stale');
    const shown = await importById(db.database.read, first.id);
    expect(shown).toMatchObject({ state: 'ready', failure: 'ORG.PREVIEW_STALE' });
    expect(changesOf(shown ?? first)).toContain('insertRow E6 E1');
  });

  test('ends the sessions of people whose last day is over', async () => {
    await db.database.read.run(sql`insert into sessions (id_hash, employee_id, data, expires_at) select 'h' || number, id, '{}', now() + interval '1 day' from employees where number in ('E1', 'E6')`);
    await importFiles(db.database, by, [people(person('E6', 'E2', '2020-01-01,2026-05-31,2026-05-31'))]);
    expect(await db.database.read.all(sql`select id_hash as session from sessions`)).toEqual([{ session: 'hE1' }]);
  });

  test('that fails leaves nothing behind and can be tried again', async () => {
    const row = await dryRun(db.database, by, [people(person('E7', 'E1'))]);
    await claimApply(db.database.read, row.id);
    await expect(applyImport(db.database, row.id, 'not-a-uuid', importDay)).rejects.toThrow();
    expect(await importById(db.database.read, row.id)).toMatchObject({ state: 'ready', failure: 'INTERNAL' });
    expect((await loadSnapshot(db.database.read)).employees.has('E7')).toBe(false);
  });
});
