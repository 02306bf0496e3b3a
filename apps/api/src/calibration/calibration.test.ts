import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { CalibrationList, CalibrationSelfReview, CalibrationView } from '@fairmark/contracts/calibration';
import { sql } from '@fairmark/persistence/database';
import { startTestApi, type TestApi, type TestEmployee } from '../testing/index.js';
import { CalibrationModule } from './calibration.module.js';
import { addSession, type TestSession } from './testing.js';

jest.setTimeout(30_000);

let api: TestApi;
let s: TestSession;
beforeAll(async () => {
  api = await startTestApi({ features: [CalibrationModule] });
  s = await addSession(api, { reports: 5, plan: { quotas: { mode: 'hard', quotas: [{ band: 'B', kind: 'maximum', shareBp: 5_000 }], smallestGroup: 10 } } });
});
afterAll(() => api.close());

const view = async (person: TestEmployee) => (await api.signInAs(person)).get<CalibrationView>(`/api/calibration/${s.session.id}`);

describe('the session', () => {
  test('shows the chair everybody, with distribution, quota, managers and what stands in the way', async () => {
    const { status, body } = await view(s.head);
    expect(status).toBe(200);
    expect(body.subjects).toHaveLength(12);
    expect(body).toMatchObject({
      state: 'open', chair: { id: s.head.id }, visit: { id: s.visitId, step: 'deliberation' }, distribution: { headCount: 12, rated: 12 }, distributionAfterAppeals: null,
      quotas: [{ department: { id: s.departmentId }, applies: 'hard', rated: 12, met: false, lines: [{ band: 'B', most: 6, count: 12, off: 6 }] }],
      group: { people: 12, meanCenti: 8_500, spreadCenti: 0 }, problems: [{ code: 'CALIBRATION.QUOTA_NOT_MET', departmentId: s.departmentId }], may: { comment: true, decide: true, seat: true },
    });
    expect(body.groups.map((group) => group.people).sort()).toEqual([2, 5, 5]);
    expect(body.subjects[0]).toMatchObject({ standing: 'scored', totalCenti: 8_500, computedBand: 'B', band: 'B', changes: [], comments: [] });
  });

  test('hides from a manager the own group, in the list and in every figure', async () => {
    const { body } = await view(s.managers[0]);
    expect(body.subjects.map((subject) => subject.person.id).sort()).toEqual([...s.reports[0], ...s.reports[1]].map((person) => person.id).sort());
    expect(body.subjects.filter((subject) => subject.ownReport)).toHaveLength(5);
    expect(body).toMatchObject({ distribution: { headCount: 10 }, quotas: null, problems: null, may: { decide: false } });
    expect(body.groups.find((group) => group.hidden)).toMatchObject({ people: 2 });
  });

  test('is closed to a manager while their own group is talked about', async () => {
    await api.database.read.run(sql`update calibration_sessions set discussed_group_id = ${s.head.id} where id = ${s.session.id}`);
    expect((await view(s.managers[0])).body).toMatchObject({ status: 403, code: 'CALIBRATION.OWN_GROUP_DISCUSSED' });
    expect((await view(s.hr)).status).toBe(200);
    await api.database.read.run(sql`update calibration_sessions set discussed_group_id = null where id = ${s.session.id}`);
  });

  test('is nobody else\'s business: the people themselves, other HR, strangers', async () => {
    for (const person of [s.reports[0][0] as TestEmployee, s.otherHr, s.stranger]) expect((await view(person)).status).toBe(403);
    expect((await api.anonymous().get(`/api/calibration/${s.session.id}`)).status).toBe(401);
  });

  test('records who outside the line read a result', async () => {
    await view(s.managers[1]);
    const rows = await api.database.read.all(sql<{ review: string }>`select review_id as review from audit.access_log where reader_id = ${s.managers[1].id} and object = ${`calibration/${s.session.id}`}`);
    expect(rows.map((row) => row.review).sort()).toEqual(s.reports[0].map((person) => s.reviewOf(person).id).sort());
  });
});

test('the list shows the own sessions, and HR those of its departments', async () => {
  const list = async (person: TestEmployee) => (await (await api.signInAs(person)).get<CalibrationList>(`/api/calibration?cycleId=${s.cycleId}`)).body.sessions;
  for (const person of [s.head, s.hr, s.managers[0]]) expect(await list(person)).toMatchObject([{ id: s.session.id, people: 12, scored: 12, state: 'open', supplementary: false }]);
  for (const person of [s.otherHr, s.stranger, s.reports[0][0] as TestEmployee]) expect(await list(person)).toEqual([]);
});

test('opening a self-review is recorded, and only for people who are shown', async () => {
  const person = s.reports[0][0] as TestEmployee;
  const { id } = s.reviewOf(person);
  await api.database.read.run(sql`insert into self_reviews (review_id, state, body, created_at) values (${id}, 'submitted', '{"items":[{"key":"a.b","text":"完成"}],"summary":"好"}', now())`);
  const open = async (reader: TestEmployee, reviewId = id) => (await api.signInAs(reader)).get<CalibrationSelfReview>(`/api/calibration/${s.session.id}/reviews/${reviewId}/self-review`);
  expect((await open(s.managers[1])).body).toEqual({ reviewId: id, state: 'submitted', items: [{ key: 'a.b', text: '完成' }], summary: '好' });
  expect(await api.database.read.all(sql`select relation from audit.access_log where reader_id = ${s.managers[1].id} and review_id = ${id} and object = 'selfReview'`)).toEqual([{ relation: 'calibrationMember' }]);
  expect((await open(s.managers[1], s.reviewOf(s.managers[0]).id)).status).toBe(404);
  expect((await open(s.hr)).status).toBe(200);
  expect((await open(s.stranger)).status).toBe(403);
});
