import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DraftView, FormerGoals, ReviewLines, ReviewView } from '@fairmark/contracts/reviews';
import { sql } from '@fairmark/persistence/database';
import { createTestCompany, type TestCompany } from '@fairmark/persistence/testing';
import { startTestApi, type TestAnswer, type TestApi } from '../testing/index.js';
import { ReviewsModule } from './reviews.module.js';
import { addReview, type TestReview } from './testing.js';

let api: TestApi;
let company: TestCompany;
let review: TestReview;
let employee: string;
let peer: string;

const PAST = '2026-01-01T00:00:00.000Z';
const run = (query: ReturnType<typeof sql>) => api.database.read.run(query);
const get = async <T = ReviewView>(who: string, path = `/api/reviews/${review.id}`): Promise<TestAnswer<T>> => (await api.signInAs(who)).get<T>(path);

beforeAll(async () => {
  api = await startTestApi({ features: [ReviewsModule] });
  company = await createTestCompany(api.database, { operators: 2, departments: 1 });
  [employee, peer] = company.operators as [string, string];
  review = await addReview(api.database, company, employee);
  await run(sql`insert into self_reviews (review_id, state, body, created_at) values (${review.id}, 'submitted', '{"items": [], "summary": "本季度完成了目标"}', now())`);
  await run(sql`
    insert into ratings (review_id, no, source, total_centi, band, employee_reason, created_at) values (${review.id}, 1, 'computed', 8000, 'B', null, now()), (${review.id}, 2, 'calibration', 8000, 'A', '承担了额外项目', now())`);
}, 60_000);
afterAll(() => api.close());

describe('before publication', () => {
  beforeAll(() => review.at('calibration'));

  test('the person sees values build up and no result', async () => {
    const { body } = await get(employee);
    expect(body).toMatchObject({ relation: 'self', result: null, appealId: null, selfReview: { state: 'submitted' } });
    expect(body.sections).toContain('progress');
    expect(body.sections).not.toContain('scores');
    expect(body.rewardPreview?.[0]).toMatchObject({ fullCents: expect.any(Number) });
  });

  test('the line reads, without what only the person is shown', async () => {
    for (const who of [company.leads[0], company.heads[0], company.executive]) expect((await get(String(who))).body).toMatchObject({ result: null, rewardPreview: null, selfReview: { state: 'submitted' } });
  });

  test('a peer, a lead and an administrator see nothing', async () => {
    const stored = await Promise.all((['lead', 'admin', 'sponsor'] as const).map((role) => api.newEmployee({ roles: [role] })));
    for (const who of [peer, ...stored.map((person) => person.id)]) expect(await get(who)).toMatchObject({ status: 403, body: { code: 'ACCESS.DENIED' } });
  });

  test('a read by HR is recorded, one by the line is not', async () => {
    const reads = () => api.database.read.all(sql<{ relation: string }>`select relation from audit.access_log where review_id = ${review.id}`);
    await get(String(company.leads[0]));
    expect(await reads()).toEqual([]);
    expect((await get(company.hr[0])).body.result).toMatchObject({ band: 'A', computedBand: 'B', changedByCalibration: true });
    expect(await reads()).toEqual([{ relation: 'hr' }]);
  });
});

test('managers see the result two working days earlier than the person', async () => {
  await review.at('publication', { managersSeeAt: PAST });
  expect((await get(String(company.leads[0]))).body.result).toMatchObject({ band: 'A', employeeReason: '承担了额外项目' });
  expect((await get(employee)).body.result).toBeNull();
});

test('after publication the person sees the result and the reason written for them', async () => {
  await review.at('result', { managersSeeAt: PAST, publishedAt: PAST });
  expect((await get(employee)).body.result).toMatchObject({ band: 'A', totalCenti: 8000, changedByCalibration: true, employeeReason: '承担了额外项目', bandName: { zh: expect.any(String) } });
});

describe('tasks', () => {
  test('a second approver sees the goals through the task, without the right to edit', async () => {
    const other = await addReview(api.database, company, peer);
    const stranger = await api.newEmployee();
    const path = `/api/reviews/${other.id}`;
    expect((await get(stranger.id, path)).status).toBe(403);
    await other.approval('second', [{ type: 'lineManager', level: 2 }], [stranger.id]);
    const { body } = await get(stranger.id, path);
    expect(body.myTasks).toMatchObject([{ step: 'goalApproval', node: 'second', actions: ['approve', 'return', 'reject'] }]);
    expect(body.timeline[0]?.waitsFor).toMatchObject([{ id: stranger.id }]);
    expect(body).toMatchObject({ selfReview: null, result: null, rewardPreview: null });
  });

  test('whoever sits in the seat of the direct manager edits, whatever the definition calls its node', async () => {
    const other = await addReview(api.database, company, peer);
    const manager = await api.newEmployee();
    await other.approval('line', [{ type: 'lineManager', level: 1 }], [manager.id]);
    expect((await get(manager.id, `/api/reviews/${other.id}`)).body.myTasks).toMatchObject([{ node: 'line', actions: ['approve', 'edit', 'return', 'reject'] }]);
  });

  test('a collaborator gets the one item to answer', async () => {
    const lead = String(company.leads[0]);
    const other = await addReview(api.database, company, lead);
    const asked = await api.newEmployee();
    await other.at('selfReview');
    await other.visit('collaboratorInput', [asked.id]);
    await run(sql`insert into collaborator_inputs (review_id, collaborator_id, state, created_at) values (${other.id}, ${asked.id}, 'asked', now())`);
    const { body } = await get(asked.id, `/api/reviews/${other.id}`);
    expect(body.sections.sort()).toEqual(['collaborationItem', 'header']);
    expect(body.sheet?.blocks.flatMap((block) => block.items.map((item) => item.kind))).toEqual(['collaboration']);
  });

  test('in the period both may change goals and check in while there is room', async () => {
    await run(sql`update reviews set period_start = current_date - 10, period_end = current_date + 100 where id = ${review.id}`);
    await review.at('period');
    for (const who of [employee, String(company.leads[0])]) expect((await get(who)).body).toMatchObject({ processActions: ['requestGoalChange', 'checkIn'], changeRoom: { left: 2, open: true } });
    expect((await get(String(company.heads[0]))).body.processActions).toEqual([]);
  });
});

describe('collaboration', () => {
  test('a summary without names only from three answers, for the person only after publication', async () => {
    const lead = String(company.leads[0]);
    const other = await addReview(api.database, company, lead, { start: '2025-01-01', end: '2025-06-30' });
    const people = await Promise.all([1, 2, 3].map(() => api.newEmployee()));
    const answer = (id: string, score: number) => run(sql`insert into collaborator_inputs (review_id, collaborator_id, state, score, body, created_at) values (${other.id}, ${id}, 'answered', ${score}, ${`text ${score}`}, now())`);
    const path = `/api/reviews/${other.id}`;
    for (const [i, person] of people.slice(0, 2).entries()) await answer(person.id, 70 + i);
    expect((await get(String(company.heads[0]), path)).body.collaboration).toMatchObject({ answers: 2, summary: null });
    await answer(String(people[2]?.id), 75);
    expect((await get(String(company.heads[0]), path)).body.collaboration?.summary).toMatchObject({ meanScore: '72.00', texts: expect.arrayContaining(['text 70', 'text 71', 'text 75']) });
    expect((await get(lead, path)).body.collaboration).toMatchObject({ answers: 3, summary: null });
  });
});

describe('lists', () => {
  test('mine and my team, with what each waits for', async () => {
    await review.visit('goalChangeApproval', [String(company.leads[0])]);
    const mine = (await get<ReviewLines>(employee, '/api/reviews/mine')).body.reviews;
    expect(mine).toMatchObject([{ id: review.id, waits: [{ step: 'goalChangeApproval', mine: false, people: [{ id: company.leads[0] }] }] }]);
    const team = (await get<ReviewLines>(String(company.leads[0]), '/api/team')).body.reviews;
    expect(team.find((line) => line.id === review.id)?.waits).toMatchObject([{ mine: true }]);
    expect((await get<ReviewLines>(peer, '/api/team')).body.reviews).toEqual([]);
  });

  test('goals of the last cycle', async () => {
    const former = await addReview(api.database, company, peer, { start: '2024-01-01', end: '2024-06-30' });
    const next = await addReview(api.database, company, peer, { start: '2025-01-01', end: '2025-06-30' });
    await run(sql`insert into interviews (review_id, actions) values (${former.id}, ${JSON.stringify([{ text: '学习数据分析', ownerId: peer, dueOn: '2024-12-31' }])}::jsonb)`);
    const { body } = await get<FormerGoals>(peer, `/api/reviews/${next.id}/former-goals`);
    expect(body).toMatchObject({ reviewId: former.id, developmentActions: [{ text: '学习数据分析', owner: { id: peer } }] });
    expect((await get(employee, `/api/reviews/${next.id}/former-goals`)).status).toBe(403);
  });
});

test('drafts are saved as typed and read by their author only', async () => {
  const path = `/api/drafts/visit/${randomUUID()}`;
  const author = await api.signInAs(employee);
  expect((await author.get<DraftView>(path)).body).toEqual({ body: null, savedAt: null });
  await author.put(path, { body: { summary: '写到一半' } });
  await author.put(path, { body: { summary: '写完了' } });
  expect((await author.get<DraftView>(path)).body).toMatchObject({ body: { summary: '写完了' }, savedAt: expect.any(String) });
  expect((await get<DraftView>(peer, path)).body.body).toBeNull();
});

describe('evidence of a self-review', () => {
  const paper = async (name: string) => String((await api.database.read.one<{ id: string }>(sql`
    insert into appeal_papers (review_id, name, mime, size, sha256, content, uploaded_by, created_at)
    values (${review.id}, ${name}, 'application/pdf', 4, ${'0'.repeat(64)}, ${Buffer.from('%PDF')}, ${employee}, now()) returning id`))?.id);
  const file = (who: string, id: string) => get(who, `/api/reviews/${review.id}/evidence/${id}`);
  let named: string;
  let other: string;

  beforeAll(async () => {
    await review.at('scoring');
    [named, other] = [await paper('周报.pdf'), await paper('other.pdf')];
    await run(sql`insert into self_reviews (review_id, state, body, created_at) values (${review.id}, 'submitted', ${JSON.stringify({ items: [{ key: 'x', text: '', evidenceIds: [named] }], summary: '' })}::jsonb, now() + interval '1 second')`);
  });

  test('is named on the page and read by the person and the line', async () => {
    expect((await get(String(company.leads[0]))).body.selfReview?.evidence).toMatchObject([{ id: named, name: '周报.pdf', size: 4 }]);
    for (const who of [employee, String(company.leads[0]), String(company.heads[0])]) expect(await file(who, named)).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } });
  });

  test('is found by nobody else, and nothing that the self-review does not name', async () => {
    expect(await file(peer, named)).toMatchObject({ status: 403 });
    for (const who of [employee, String(company.leads[0])]) expect(await file(who, other)).toMatchObject({ status: 404, body: { code: 'OBJECT.NOT_FOUND' } });
  });

  test('is recorded when HR reads it', async () => {
    expect((await file(company.hr[0], named)).status).toBe(200);
    expect(await api.database.read.all(sql`select relation from audit.access_log where review_id = ${review.id} and object = 'selfReviewEvidence'`)).toEqual([{ relation: 'hr' }]);
  });
});
