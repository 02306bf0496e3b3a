import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DeadlineMoveItems, DeadlineMoveList, DeadlineMovePreview } from '@fairmark/contracts/cycles';
import { addWorkingDays, createCalendar, endOfLocalDay, localDateOf } from '@fairmark/domain/calendar';
import { sql } from '@fairmark/persistence/database';
import { storeDeadlineMove, settleMoveItem } from '@fairmark/persistence/deadlines';
import { newReview, newVisit } from '../inbox/testRows.js';
import { type Agent, startTestApi, type TestApi, type TestEmployee } from '../testing/index.js';
import { CyclesModule } from './cycles.module.js';

const ZONE = 'Asia/Shanghai';
const china = createCalendar({ country: 'CN' });
const workday = (n: number): string => addWorkingDays(china, localDateOf(new Date().toISOString(), ZONE), n).date;

let api: TestApi;
let hr: TestEmployee;
let employee: TestEmployee;
let agents: Record<'hr' | 'manager', Agent>;
let cycleId: string;
let visitId: string;
beforeAll(async () => {
  api = await startTestApi({ features: [CyclesModule] });
  const department = await api.newDepartment();
  const manager = await api.newEmployee({ department });
  employee = await api.newEmployee({ department, manager: manager.id, name: '李雷' });
  hr = await api.newEmployee({ roles: ['hr'] });
  agents = { hr: await api.signInAs(hr), manager: await api.signInAs(manager) };
  const rows = await newReview(api.database, { hr: hr.id, employee: employee.id, department });
  ({ cycleId } = rows);
  visitId = await newVisit(api.database, { workflowId: rows.workflowId, step: 'goalApproval', subjectId: employee.id, people: { [manager.id]: 'lineManager' } });
  const due = endOfLocalDay(workday(3), ZONE);
  await api.database.read.run(sql`update visits set opened_at = now(), due_at = ${due}, base_due_at = ${due} where id = ${visitId}`);
});
afterAll(() => api.close());

const preview = (body: object, agent = agents.hr) => agent.post<DeadlineMovePreview>(`/api/cycles/${cycleId}/deadlines/preview`, { target: { kind: 'all' }, ...body });

describe('a preview', () => {
  test('shows for each deadline from when to when, and changes nothing', async () => {
    expect((await preview({ by: { n: 2, unit: 'workingDay' } })).body).toMatchObject({
      moving: 1, skipped: 0, people: 1, secondPersonNeeded: false,
      items: [{ visitId, kind: 'review', step: 'goalApproval', subject: { name: '李雷' }, state: 'moved', from: endOfLocalDay(workday(3), ZONE), to: endOfLocalDay(workday(5), ZONE), why: null }],
    });
    expect(await api.database.read.all(sql`select 1 from deadline_changes`)).toEqual([]);
    expect((await preview({ to: workday(3) })).body).toMatchObject({ moving: 0, skipped: 1, items: [{ state: 'skipped', why: 'unchanged' }] });
    expect((await preview({ step: 'scoring', to: workday(3) })).body).toMatchObject({ moving: 0, skipped: 0, items: [] });
  });

  test.each([['both ways', { by: { n: 1, unit: 'day' }, to: '2027-01-04' }], ['neither way', {}]])('of %s is malformed', async (_, body) => expect((await preview(body)).status).toBe(400));

  test('belongs to HR of the cycle', async () => expect((await preview({ to: workday(6) }, agents.manager)).status).toBe(403));
});

test('moves are listed with the result of each deadline', async () => {
  const moveId = await api.database.transaction((tx) => storeDeadlineMove(tx, { cycleId, step: null, target: { kind: 'all' }, wish: { to: '2027-01-04' }, reason: '年会', actorId: hr.id, confirmedBy: null, at: new Date().toISOString() }, [visitId]));
  const list = async () => (await agents.hr.get<DeadlineMoveList>(`/api/cycles/${cycleId}/deadline-moves`)).body.moves;
  expect(await list()).toMatchObject([{ id: moveId, to: '2027-01-04', by: null, reason: '年会', pending: 1, moved: 0 }]);
  await api.database.transaction((tx) => settleMoveItem(tx, moveId, visitId, { from: endOfLocalDay(workday(3), ZONE), to: null, kept: 'tooEarly' }));
  expect(await list()).toMatchObject([{ pending: 0, skipped: 1 }]);
  expect((await agents.hr.get<DeadlineMoveItems>(`/api/cycles/${cycleId}/deadline-moves/${moveId}`)).body).toMatchObject({ total: 1, items: [{ visitId, state: 'skipped', why: 'tooEarly', subject: { name: '李雷' } }] });
  expect((await agents.manager.get(`/api/cycles/${cycleId}/deadline-moves`)).status).toBe(403);
});
