import { env } from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DefinitionDocument } from '@fairmark/contracts/approvals';
import { goalApproval } from '@fairmark/domain/approval';
import { sql } from '../database/index.js';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { clearUse, definitionInUse, definitionVersion, definitionVersions, draftOf, dropDefinitionDraft, insertDraft, moveDefinition, newestPublished, saveDraft, setUse } from './index.js';

let db: TestDatabase;
let hr: string;
const document = goalApproval as unknown as DefinitionDocument;
const tx = <T>(work: Parameters<typeof db.database.transaction<T>>[0]): Promise<T> => db.database.transaction(work);
const states = async (id: string) => (await definitionVersions(db.database.read, id)).map((one) => [one.version, one.state, one.shipped]);

beforeAll(async () => {
  db = await createTestDatabase(String(env['TEST_DATABASE_URL']));
  const row = await db.database.read.one(sql<{ id: string }>`
    insert into employees (number, name, email, zone, locale, region, hired_on) values ('1', '甲', 'a@example.test', 'Asia/Shanghai', 'zh-CN', 'east', '2020-01-01') returning id`);
  hr = (row as { id: string }).id;
});
afterAll(() => db.drop());

describe('versions of a definition', () => {
  it('begin after the shipped one, one draft at a time', async () => {
    expect(await states('goalApproval')).toEqual([[1, 'published', true]]);
    expect(await tx((t) => insertDraft(t, 'goalApproval', { ...document, id: 'other', version: 77 }, hr))).toBe(2);
    expect((await draftOf(db.database.read, 'goalApproval'))?.document).toMatchObject({ id: 'goalApproval', version: 2 });
    expect(await tx((t) => insertDraft(t, 'goalApproval', document, hr))).toBeUndefined();
    expect(await newestPublished(db.database.read, 'goalApproval')).toMatchObject({ version: 1, shipped: true });
  });

  it('are saved unless somebody else was faster', async () => {
    const { changedAt } = (await draftOf(db.database.read, 'goalApproval')) as { changedAt: string };
    expect(await tx((t) => saveDraft(t, 'goalApproval', { ...document, title: { zh: '改' } }, hr, changedAt))).toBe(true);
    expect(await tx((t) => saveDraft(t, 'goalApproval', document, hr, changedAt))).toBe(false);
    expect((await draftOf(db.database.read, 'goalApproval'))?.document).toMatchObject({ title: { zh: '改' }, version: 2 });
  });

  it('never change once published, whoever tries', async () => {
    expect(await tx((t) => moveDefinition(t, { id: 'goalApproval', version: 2 }, 'published', hr))).toBe(true);
    for (const change of [sql`update approval_definitions set document = '{}'`, sql`update approval_definitions set state = 'draft'`, sql`delete from approval_definitions`])
      await expect(db.database.read.run(change)).rejects.toMatchObject({ code: 'P0APD' });
    expect(await tx((t) => saveDraft(t, 'goalApproval', document, hr))).toBe(false);
    expect(await tx((t) => dropDefinitionDraft(t, 'goalApproval'))).toBe(false);
    expect(await tx((t) => moveDefinition(t, { id: 'goalApproval', version: 2 }, 'retired', hr))).toBe(true);
    await expect(db.database.read.run(sql`update approval_definitions set state = 'published'`)).rejects.toMatchObject({ code: 'P0APD' });
    expect(await states('goalApproval')).toEqual([[2, 'retired', false], [1, 'published', true]]);
    expect(await definitionVersion(db.database.read, 'goalApproval', 3)).toBeUndefined();
  });

  it('of one id made at the same moment get one draft', async () => {
    const made = await Promise.all([1, 2, 3].map(() => tx((t) => insertDraft(t, 'raced', document, hr))));
    expect(made.filter((version) => version !== undefined)).toEqual([1]);
  });
});

describe('what a purpose uses', () => {
  it('is the nearest department’s, else the company’s, else what ships', async () => {
    const department = async (code: string, parent: string | null) =>
      ((await db.database.read.one(sql<{ id: string }>`insert into departments (code, name, parent_id) values (${code}, ${code}, ${parent}::uuid) returning id`)) as { id: string }).id;
    const top = await department('top', null);
    const team = await department('team', top);
    for (const id of ['ofCompany', 'ofTop']) {
      await tx((t) => insertDraft(t, id, document, hr));
      await tx((t) => moveDefinition(t, { id, version: 1 }, 'published', hr));
    }
    const used = async (departmentId: string | null) => (await definitionInUse(db.database.read, 'goals', departmentId))?.id;
    expect(await used(team)).toBe('goalApproval');
    await tx((t) => setUse(t, { purpose: 'goals', departmentId: null, definitionId: 'ofCompany' }, hr));
    await tx((t) => setUse(t, { purpose: 'goals', departmentId: top, definitionId: 'raced' }, hr));
    expect(await used(team)).toBe('goalApproval');
    await tx((t) => setUse(t, { purpose: 'goals', departmentId: top, definitionId: 'ofTop' }, hr));
    expect([await used(team), await used(top), await used(null)]).toEqual(['ofTop', 'ofTop', 'ofCompany']);
    expect(await tx((t) => clearUse(t, 'goals', top))).toBe(true);
    expect(await used(team)).toBe('ofCompany');
  });
});
