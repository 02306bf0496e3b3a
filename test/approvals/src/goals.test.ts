import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { createTestCompany, type TestCompany } from '@fairmark/persistence/testing';
import { everybody, launchTestCycle } from '@fairmark/worker/testing/product';
import { Desk, node } from './desk.js';

const PEOPLE = 4;
let desk: Desk;
let company: TestCompany;

beforeAll(async () => {
  desk = await Desk.open();
  company = await createTestCompany(desk.api.database);
  const names: [string, string][] = [['hr', company.hr[0]], ['hr2', company.hr[1]], ['manager', String(company.leads[0])], ['head', String(company.heads[0])], ['otherHead', String(company.heads[1])], ['executive', company.executive]];
  for (const [name, id] of names) await desk.known(name, id);
  for (let index = 0; index < PEOPLE; index += 1) await desk.known(`operator${index}`, String(company.operators[index]));
  const lead = { type: 'lineManager', level: 1 };
  // The manager decides; beside that three people vote by weight; whoever answers for the other department countersigns at the end.
  await desk.define('hr', 'goalsCountersigned', {
    kind: 'goals', title: { zh: '目标会签' },
    nodes: [
      {
        id: 'both', type: 'parallel',
        branches: [
          { id: 'line', nodes: [node('manager', 'inOrder', [lead])] },
          { id: 'board', nodes: [node('vote', 'weightedVote', [{ type: 'person', personId: desk.id('head') }, { type: 'person', personId: desk.id('otherHead') }, { type: 'person', personId: desk.id('executive') }], { weightsBp: [5_000, 3_000, 2_000], thresholdBp: 5_000 })] },
        ],
      },
      { id: 'told', type: 'copy', title: { zh: '抄送' }, recipients: [{ type: 'person', personId: desk.id('hr2') }] },
      node('countersign', 'anyOf', [{ type: 'person', personId: desk.id('otherHead') }], { samePerson: 'actsAgain' }),
    ],
  }, 'goals', String(company.departments[0]));
  const now = new Date().toISOString();
  const year = Number(now.slice(0, 4)) + 1;
  await launchTestCycle(desk.api.database, company, {
    expectedPeople: PEOPLE, now, cycle: { periodStart: `${year}-01-01`, periodEnd: `${year}-03-31`, population: { ...everybody, positions: ['none'], employeeIds: company.operators.slice(0, PEOPLE) } },
  });
  await desk.delivered();
}, 180_000);
afterAll(() => desk.close());

const submitted = async (name: string): Promise<string> => {
  await desk.accept(name, 'submit', { items: [], personalGoals: [] });
  const row = await desk.api.database.read.one(sql<{ id: string }>`select i.id from approval_instances i where i.subject_id = ${desk.id(name)} order by created_at desc limit 1`);
  return String(row?.id);
};
const step = async (name: string) => (await desk.api.database.read.one(sql<{ step: string }>`select step from reviews where employee_id = ${desk.id(name)}`))?.step;

describe('goals under a definition that HR wrote', () => {
  test('pass the manager beside a weighted vote, then the countersign, and are agreed', async () => {
    const id = await submitted('operator0');
    expect(await desk.view('operator0', id)).toMatchObject({ purpose: 'goals', definition: { id: 'goalsCountersigned', version: 1 }, process: { kind: 'review' }, acts: ['withdraw', 'nudge', 'comment'] });
    expect(await desk.waiting('operator0', id)).toEqual({ manager: ['员工L00000'], vote: ['员工H00000', '员工H00001', '员工X00000'] });
    // 3,000 + 2,000 is not more than the threshold: the head decides it.
    await desk.accept('otherHead', 'approve');
    await desk.accept('executive', 'approve');
    expect(await desk.waiting('operator0', id)).toEqual({ manager: ['员工L00000'], vote: ['员工H00000'] });
    await desk.accept('manager', 'approve');
    expect(await step('operator0')).toBe('goalSetting');
    await desk.accept('head', 'approve');
    expect(await desk.waiting('operator0', id)).toEqual({ countersign: ['员工H00001'] });
    await desk.accept('otherHead', 'approve');
    expect(await step('operator0')).toBe('period');
    expect(await desk.view('operator0', id)).toMatchObject({ state: 'approved' });
  });

  test('a copy shows how the case stands and no words; goals cannot be opened through it', async () => {
    const { items } = await desk.inbox('hr2', 'copied');
    expect(items).toHaveLength(1);
    // HR of the company has a relation of its own; somebody with a copy alone has not.
    const id = String(items[0]?.link.split('/').at(-1));
    const copied = await desk.person('copiedOnly');
    await desk.api.database.read.run(sql`insert into approval_copies (approval_id, employee_id, node, copied_at) values (${id}, ${copied}, 'told', now())`);
    expect(await desk.view('copiedOnly', id)).toMatchObject({ state: 'approved', link: null, fields: null, offers: [], acts: [] });
    expect((await desk.view('copiedOnly', id)).timeline.every(({ comment }) => comment === null)).toBe(true);
    const review = await desk.api.database.read.one(sql<{ id: string }>`select id from reviews where employee_id = ${desk.id('operator0')}`);
    expect(await desk.as('copiedOnly').get(`/api/reviews/${String(review?.id)}`)).toMatchObject({ status: 403 });
  });

  test('a vote that cannot pass any more rejects: the employee writes again, as a new case', async () => {
    const id = await submitted('operator1');
    await desk.accept('head', 'reject', { comment: '目标偏低' });
    expect(await desk.view('operator1', id)).toMatchObject({ state: 'rejected' });
    expect((await desk.inbox('manager')).items).toEqual([]);
    expect((await desk.inbox('operator1')).items.map((item) => item.step)).toEqual(['goalProposal']);
    const again = await submitted('operator1');
    expect(again).not.toBe(id);
    await desk.post('operator1', `/api/visits/${await desk.visitOf('manager')}/withdraw`);
    expect((await desk.inbox('operator1')).items.map((item) => item.step)).toEqual(['goalProposal']);
  });

  test('the direct manager edits from the own seat only; a return goes to the employee and comes back to the same case', async () => {
    const id = await submitted('operator2');
    expect((await desk.visit('manager', await desk.visitOf('manager'))).actions).toContain('edit');
    expect(await desk.act('head', 'edit', { reason: '太低', items: [], personalGoals: [] })).toMatchObject({ status: 422, body: { code: 'GOALS.EDIT_BY_MANAGER_ONLY' } });
    await desk.accept('manager', 'return', { reason: '请补充个人目标' });
    expect((await desk.inbox('head')).items).toEqual([]);
    expect(await submitted('operator2')).toBe(id);
    expect(await desk.waiting('operator2', id)).toMatchObject({ manager: ['员工L00000'] });
  });

  test('without a definition of its own a department keeps what ships; flagged goals are not decided among many', async () => {
    await desk.as('hr').post('/api/approval-uses/clear', { purpose: 'goals', departmentId: company.departments[0] });
    const row = await desk.api.database.read.one(sql<{ itemId: string; target: string }>`
      select i ->> 'itemId' as "itemId", i ->> 'target' as target from reviews r, jsonb_array_elements(r.sheet -> 'blocks') b, jsonb_array_elements(b -> 'items') i
      where r.employee_id = ${desk.id('operator3')} and (i ->> 'targetEditable')::boolean and i -> 'realismBand' <> 'null' limit 1`);
    await desk.accept('operator3', 'submit', { items: [{ itemId: row?.itemId, target: String(Math.round(Number(row?.target) * 3)), reason: '新渠道上线' }], personalGoals: [] });
    const own = (await desk.inbox('manager')).items.filter((item) => item.subject?.id === desk.id('operator3')).flatMap((item) => item.visitId ?? []);
    const { approvalId } = await desk.visit('manager', String(own[0]));
    expect(await desk.view('operator3', String(approvalId))).toMatchObject({ definition: { id: 'goalApproval', version: 1 } });
    const { body } = await desk.post('manager', '/api/visits/decisions', { action: 'approve', visitIds: own, body: {} });
    expect(body).toMatchObject({ results: [{ status: 'skipped', code: 'APPROVAL_STORE.LOOK_FIRST' }] });
    expect(await desk.post('manager', `/api/visits/${String(own[0])}/approve`)).toMatchObject({ status: 200 });
    expect(await desk.waiting('operator3', String(approvalId))).toEqual({ second: ['员工H00000'] });
  });
});
