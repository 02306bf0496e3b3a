import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { createTestCompany, type TestCompany } from '@fairmark/persistence/testing';
import { everybody, launchTestCycle } from '@fairmark/worker/testing/product';
import { Desk } from './desk.js';

/** More than HR may act on alone. */
const PEOPLE = 24;
let desk: Desk;
let company: TestCompany;
let cycleId: string;

beforeAll(async () => {
  desk = await Desk.open();
  company = await createTestCompany(desk.api.database);
  for (const [name, id] of [['hr', company.hr[0]], ['hr2', company.hr[1]], ['head', String(company.heads[0])], ['operator', String(company.operators[0])]] as const) await desk.known(name, id);
  const now = new Date().toISOString();
  const year = Number(now.slice(0, 4)) + 1;
  cycleId = await launchTestCycle(desk.api.database, company, { expectedPeople: PEOPLE, now, cycle: { periodStart: `${year}-01-01`, periodEnd: `${year}-03-31`, population: { ...everybody, positions: ['none'], employeeIds: company.operators } } });
  await desk.delivered();
}, 180_000);
afterAll(() => desk.close());

const due = async (): Promise<string> => {
  const row = await desk.api.database.read.one(sql<{ dueAt: string }>`select due_at as "dueAt" from visits where subject_id = ${desk.id('operator')} and step = 'goalProposal' and state = 'open'`);
  return String(row?.dueAt);
};
const reviewId = async (): Promise<string> => String((await desk.api.database.read.one(sql<{ id: string }>`select id from reviews where employee_id = ${desk.id('operator')}`))?.id);

describe('more time than HR gives alone', () => {
  const by = { n: 15, unit: 'workingDay' };

  test('is refused to HR, asked for, approved by the head, and moves the deadline once', async () => {
    const visitId = await desk.visitOf('operator');
    const before = await due();
    expect(await desk.post('hr', `/api/processes/review/${await reviewId()}/extend`, { visitId, by, reason: '产假' })).toMatchObject({ status: 422, body: { code: 'HR.EXTENSION_NEEDS_APPROVAL' } });
    expect(await desk.post('operator', '/api/approvals', { purpose: 'deadlineExtension', visitId, by, reason: '我要' })).toMatchObject({ status: 403 });
    expect(await desk.post('hr', '/api/approvals', { purpose: 'deadlineExtension', visitId, by: { n: 2, unit: 'workingDay' }, reason: '短' })).toMatchObject({ status: 422, body: { code: 'APPROVAL_STORE.WITHIN_LIMIT' } });
    const asked = await desk.post('hr', '/api/approvals', { purpose: 'deadlineExtension', visitId, by, reason: '产假' });
    expect(asked.status).toBe(202);
    expect(await desk.post('hr2', '/api/approvals', { purpose: 'deadlineExtension', visitId, by, reason: '再来' })).toMatchObject({ status: 409, body: { code: 'APPROVAL_STORE.ALREADY_ASKED' } });
    const { approvalId } = asked.body as unknown as { approvalId: string };
    expect(await desk.waiting('hr', approvalId)).toEqual({ head: ['员工H00000'] });
    // Whoever decides reads what is asked for and why.
    expect(await desk.view('head', approvalId)).toMatchObject({ matter: { step: 'goalProposal', by, reason: '产假', plan: null } });
    // Whom it is about sees that it runs, and decides nothing.
    expect(await desk.view('operator', approvalId)).toMatchObject({ subject: { id: desk.id('operator') }, offers: [], acts: [] });
    expect(await due()).toBe(before);
    await desk.accept('head', 'approve', { comment: '同意' });
    expect((await due()) > before).toBe(true);
    const { acts } = (await desk.as('operator').get<{ acts: { act: string; reason: string; confirmedBy: { id: string } | null }[] }>(`/api/reviews/${await reviewId()}/hr-acts`)).body;
    expect(acts).toMatchObject([{ act: 'extend', reason: '产假', confirmedBy: { id: desk.id('head') } }]);
    expect((await desk.inbox('hr', 'started')).items.filter((item) => item.kind === 'approval')).toEqual([]);
  });

  test('rejected, nothing moves', async () => {
    const visitId = await desk.visitOf('operator');
    const before = await due();
    await desk.post('hr', '/api/approvals', { purpose: 'deadlineExtension', visitId, by, reason: '再延' });
    await desk.accept('head', 'reject', { comment: '已延过' });
    expect(await due()).toBe(before);
    expect(await desk.as('hr').get<{ items: { kind: string }[] }>('/api/notices')).toMatchObject({ body: { items: expect.arrayContaining([expect.objectContaining({ kind: 'approval.rejected' })]) } });
  });
});

describe('data below the quality that scoring needs', () => {
  const value = () => ({ purpose: 'missingValue', indicatorId: 'articleReads', subPeriod: '2026-07', departmentId: company.departments[0], reason: '源系统故障' });

  test('is taken as it is by HR who asks and the head who approves', async () => {
    expect(await desk.post('hr', '/api/approvals', value())).toMatchObject({ status: 422, body: { code: 'METRICS.UNKNOWN_QUALITY' } });
    await desk.api.database.read.run(sql`insert into metric_quality (indicator, period, quality_bp, checks, starts_on, ends_on) values ('articleReads', '2026-07', 8000, '{}', '2026-07-01', '2026-07-31')`);
    expect(await desk.post('hr', '/api/approvals', value())).toMatchObject({ status: 202 });
    await desk.accept('head', 'approve', { comment: '可以接受' });
    expect(await desk.api.database.read.one(sql`select hr_id as hr, head_id as head, hr_reason as reason from metric_acceptances where indicator = 'articleReads'`)).toEqual({ hr: desk.id('hr'), head: desk.id('head'), reason: '源系统故障' });
  });
});

describe('an act of HR on more than twenty people', () => {
  const extend = () => desk.post('hr', `/api/processes/cycle/${cycleId}/extend`, { step: 'goalSetting', target: { kind: 'all' }, by: { n: 1, unit: 'workingDay' }, reason: '系统迁移' });

  test('is a task of the other HR person, who confirms it as before or in the visit', async () => {
    const asked = await extend();
    expect(asked.body).toMatchObject({ outcome: 'awaitingSecondPerson', details: { people: PEOPLE } });
    expect((await desk.inbox('hr2')).items.map(({ kind, step }) => [kind, step])).toEqual([['cycle', 'secondPerson']]);
    expect((await desk.inbox('hr')).items).toEqual([]);
    expect(await desk.act('hr2', 'approve')).toMatchObject({ status: 200, body: { outcome: 'extended', details: { people: PEOPLE } } });

    const again = await extend();
    const { requestId, approvalId } = again.body.details as { requestId: string; approvalId: string };
    expect(await desk.view('hr', approvalId)).toMatchObject({ purpose: 'bulkAct', state: 'running', process: { kind: 'cycle', id: cycleId } });
    expect(await desk.post('hr2', `/api/processes/cycle/${cycleId}/confirm`, { requestId })).toMatchObject({ status: 200, body: { outcome: 'extended' } });
    expect(await desk.view('hr', approvalId)).toMatchObject({ state: 'approved' });
  });

  test('is declined with a reason, or taken back by who asked', async () => {
    await extend();
    expect(await desk.act('hr2', 'reject', { comment: '没有必要' })).toMatchObject({ status: 200, body: { outcome: 'declined' } });
    await extend();
    expect(await desk.post('hr', `/api/visits/${await desk.visitOf('hr2')}/withdraw`)).toMatchObject({ status: 200, body: { outcome: 'declined' } });
    expect((await desk.inbox('hr2')).items).toEqual([]);
  });
});
