import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CalendarChangeList, CalendarPreview, CalendarYear, PersonCalendarView } from '@fairmark/contracts/calendar';
import type { VisitView } from '@fairmark/contracts/inbox';
import { addWorkingDays, createCalendar, endOfLocalDay, localDateOf } from '@fairmark/domain/calendar';
import { sql } from '@fairmark/persistence/database';
import { InboxModule } from '../inbox/inbox.module.js';
import { newReview, newVisit } from '../inbox/testRows.js';
import { type Agent, startTestApi, type TestApi, type TestEmployee } from '../testing/index.js';
import { CalendarModule } from './calendar.module.js';

const ZONE = 'Asia/Shanghai';
const china = createCalendar({ country: 'CN' });
const now = new Date().toISOString();
const today = localDateOf(now, ZONE);
const workday = (n: number): string => addWorkingDays(china, today, n).date;

let api: TestApi;
let [manager, employee]: TestEmployee[] = [];
let agents: Record<'hr' | 'localHr' | 'manager' | 'employee', Agent>;
let visitId: string;
beforeAll(async () => {
  api = await startTestApi({ features: [CalendarModule, InboxModule] });
  const department = await api.newDepartment();
  manager = await api.newEmployee({ department, name: '王经理' });
  employee = await api.newEmployee({ department, manager: manager.id, name: '李雷' });
  const hr = await api.newEmployee({ roles: ['hr'] });
  const localHr = await api.newEmployee({ roles: [{ role: 'hr', departmentId: department }] });
  agents = { hr: await api.signInAs(hr), localHr: await api.signInAs(localHr), manager: await api.signInAs(manager), employee: await api.signInAs(employee) };
  const rows = await newReview(api.database, { hr: hr.id, employee: employee.id, department });
  visitId = await newVisit(api.database, { workflowId: rows.workflowId, step: 'goalApproval', subjectId: employee.id, people: { [manager.id]: 'lineManager' } });
  const due = endOfLocalDay(workday(5), ZONE);
  await api.database.read.run(sql`update visits set opened_at = ${now}, due_from = ${now}, due_legs = '[{"n": 5, "unit": "workingDay"}]', due_for = ${manager.id}, due_at = ${due}, base_due_at = ${due} where id = ${visitId}`);
});
afterAll(() => api.close());
beforeEach(async () => {
  for (const table of ['company_days', 'employee_leaves', 'calendar_changes']) await api.database.read.run(sql`delete from ${sql.table(table)}`);
});

const freeDay = () => ({ kind: 'companyDay' as const, country: 'CN', day: workday(2), working: false, name: '司庆日' });
const leave = (employeeId = manager?.id) => ({ kind: 'leaveRecorded' as const, employeeId, leave: 'annual', validFrom: workday(1), validTo: workday(3) });

describe('a preview', () => {
  test('names the deadlines that would move and changes nothing', async () => {
    const { status, body } = await agents.hr.post<CalendarPreview>('/api/calendar/preview', { change: freeDay() });
    expect(status).toBe(200);
    expect(body).toMatchObject({ later: 1, earlier: 0, kept: 0, people: 1, deadlines: [{ visitId, step: 'goalApproval', kind: 'review', subject: { name: '李雷' }, person: { name: '王经理' }, from: endOfLocalDay(workday(5), ZONE), to: endOfLocalDay(workday(6), ZONE) }] });
    expect(await api.database.read.all(sql`select 1 from company_days`)).toEqual([]);
  });

  test('of a country belongs to whoever has the whole company, of a person to HR of that person', async () => {
    expect((await agents.localHr.post('/api/calendar/preview', { change: freeDay() })).status).toBe(403);
    expect((await agents.manager.post('/api/calendar/preview', { change: freeDay() })).status).toBe(403);
    expect((await agents.localHr.post<CalendarPreview>('/api/calendar/preview', { change: leave() })).body).toMatchObject({ later: 1, deadlines: [{ to: endOfLocalDay(workday(7), ZONE) }] });
    const stranger = await api.newEmployee();
    expect((await agents.localHr.post('/api/calendar/preview', { change: leave(stranger.id) })).status).toBe(403);
  });

  test.each([
    ['a day that is none', () => ({ ...freeDay(), day: '2026-02-30' }), 400],
    ['a country without data', () => ({ ...freeDay(), country: 'XX' }), 422],
    ['a leave that ends before it begins', () => ({ ...leave(), validTo: workday(1) }), 400],
    ['a day of another year', () => ({ kind: 'yearAnnounced', country: 'CN', year: 2027, days: [{ day: '2026-01-01', working: false }] }), 400],
    ['a zone that is none', () => ({ kind: 'zoneChanged', employeeId: manager?.id, zone: 'Mars/Base' }), 422],
  ])('of %s is refused', async (_, change, status) => expect((await agents.hr.post('/api/calendar/preview', { change: change() })).status).toBe(status));
});

describe('a change', () => {
  test('is made with a reason, listed, and audited', async () => {
    expect((await agents.hr.post('/api/calendar/changes', { change: freeDay() })).status).toBe(400);
    const made = await agents.hr.post<{ id: string }>('/api/calendar/changes', { change: freeDay(), reason: '成立十周年' });
    expect(made.status).toBe(201);
    expect((await agents.hr.get<CalendarChangeList>('/api/calendar/changes')).body).toMatchObject({ total: 1, changes: [{ id: made.body.id, change: freeDay(), reason: '成立十周年', state: 'applying', told: 0, moved: 0 }] });
    expect((await agents.localHr.get<CalendarChangeList>('/api/calendar/changes')).body).toEqual({ changes: [], total: 0 });
    expect(await api.database.read.all(sql`select action from audit.entries where chain = 'calendar/CN'`)).toEqual([{ action: 'calendar.companyDay' }]);
  });

  test('that overlaps a leave is refused and leaves nothing', async () => {
    expect((await agents.localHr.post('/api/calendar/changes', { change: leave(), reason: '年假' })).status).toBe(201);
    expect(await agents.localHr.post('/api/calendar/changes', { change: leave(), reason: '年假' })).toMatchObject({ status: 422, body: { code: 'CALENDAR.LEAVE_OVERLAPS' } });
    expect((await agents.localHr.get<CalendarChangeList>('/api/calendar/changes')).body).toMatchObject({ total: 1, changes: [{ person: { name: '王经理' } }] });
    expect((await agents.manager.get<PersonCalendarView>(`/api/calendar/people/${manager?.id}`)).body).toMatchObject({ zone: ZONE, country: 'CN', leaves: [{ kind: 'annual', validFrom: workday(1), validTo: workday(3) }] });
    expect((await agents.employee.get(`/api/calendar/people/${manager?.id}`)).status).toBe(403);
  });
});

test('a year shows weekends, holidays, make-up days and what the company says', async () => {
  await agents.hr.post('/api/calendar/changes', { change: { kind: 'companyDay', country: 'CN', day: '2026-12-25', working: false, name: '司庆日' }, reason: '司庆' });
  const { body } = await agents.employee.get<CalendarYear>('/api/calendar/years/CN/2026');
  expect(body).toMatchObject({ official: true, country: 'CN', year: 2026 });
  expect(body.days).toEqual(expect.arrayContaining([{ day: '2026-10-01', working: false, kind: 'holiday', name: null }, { day: '2026-09-20', working: true, kind: 'makeUp', name: null }, { day: '2026-12-25', working: false, kind: 'company', name: '司庆日' }]));
  expect((await agents.employee.get<CalendarYear>('/api/calendar/years/CN/2031')).body.official).toBe(false);
  await agents.hr.post('/api/calendar/changes', { change: { kind: 'yearAnnounced', country: 'CN', year: 2031, days: [{ day: '2031-01-01', working: false, name: '元旦' }] }, reason: '国务院通知' });
  expect((await agents.employee.get<CalendarYear>('/api/calendar/years/CN/2031')).body.official).toBe(true);
});

test('a visit shows every move of its deadline, and the gaps of a downtime', async () => {
  const gap = (await api.database.read.one(sql<{ id: string }>`insert into downtimes (from_at, to_at, component) values ('2026-09-15T01:00:00Z', '2026-09-15T07:00:00Z', 'api') returning id`)) as { id: string };
  const detail = JSON.stringify({ downtimes: [gap.id], seconds: 21_600 });
  await api.database.read.run(sql`insert into deadline_changes (visit_id, at, cause, from_due, to_due, detail) values (${visitId}, '2026-09-20T16:00:00Z', 'downtime', '2026-09-20T16:00:00Z', '2026-09-20T22:00:00Z', ${detail})`);
  await api.database.read.run(sql`insert into deadline_changes (visit_id, at, cause, from_due, to_due, reason, actor_id) values (${visitId}, '2026-09-20T17:00:00Z', 'hr', '2026-09-20T22:00:00Z', '2026-09-22T16:00:00Z', '系统迁移', ${manager?.id})`);
  expect((await agents.manager.get<VisitView>(`/api/visits/${visitId}`)).body.deadlineChanges).toMatchObject([
    { cause: 'downtime', from: '2026-09-20T16:00:00.000Z', to: '2026-09-20T22:00:00.000Z', givenBackSeconds: 21_600, gaps: [{ from: '2026-09-15T01:00:00.000Z', to: '2026-09-15T07:00:00.000Z', component: 'api' }], by: null },
    { cause: 'hr', reason: '系统迁移', by: { name: '王经理' }, gaps: [], givenBackSeconds: null },
  ]);
});
