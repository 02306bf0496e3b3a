import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from '@fairmark/persistence/database';
import { entriesUntil, historyObject, visitsAt, type HistoryObject } from '@fairmark/persistence/history';
import { startPlanApproval } from '../approvals/planCase.js';
import { cycleActivitiesOf } from '../cycles/index.js';
import { shortYear } from '../cycles/testing.js';
import { Walk } from '../cycles/walk.js';
import { allHandlers } from '../rules.js';
import { addEmployee } from '../testing/index.js';
import { TemporalDriver } from '../testing/temporalDriver.js';
import { startWorkedProcesses, type WorkedProcesses } from '../testing/worked.js';
import { believed, told, type Stand } from './testing.js';

let processes: WorkedProcesses;

beforeAll(async () => {
  processes = await startWorkedProcesses('real', allHandlers, cycleActivitiesOf);
}, 120_000);
afterAll(() => processes.stop(), 30_000);

/** PostgreSQL and the workflow tell the same; the workflow learns what was decided after it took effect, never before. */
async function expectOneStory(object: HistoryObject, atLeast: number): Promise<Stand[]> {
  const replayed = await believed(processes.env, object.workflowId);
  expect(replayed.length).toBeGreaterThan(atLeast);
  const states = await told(processes.database, object);
  expect(states.map(({ step, visits }) => ({ step, visits }))).toEqual(replayed.map(({ step, visits }) => ({ step, visits })));
  states.forEach(({ at }, index) => expect(at <= String(replayed[index]?.at)).toBe(true));
  return replayed;
}

it('PostgreSQL and the history of the workflow tell the same about every instant of a review, and why it stood there', async () => {
  const { database } = processes;
  const driver = new TemporalDriver(processes.env, database);
  const walk = await Walk.launch(driver, database, shortYear);
  const [person] = walk.company.operators as [string];
  const workflowId = walk.workflowOf(person);
  await walk.act(person, person, 'goalProposal', 'submit', { items: [], personalGoals: [] });
  await walk.act(walk.manager, person, 'goalApproval', 'return', { reason: '请补充个人目标' });
  await walk.act(person, person, 'goalProposal', 'submit', { items: [], personalGoals: [] });
  await walk.act(walk.manager, person, 'goalApproval', 'approve');
  await driver.reaches(workflowId, 'selfReview');
  await walk.act(person, person, 'selfReview', 'submit', { items: [], summary: '完成' });
  await walk.score(person);
  await walk.signOff();
  await walk.publish(person);
  await driver.reaches(workflowId, 'result');
  await walk.act(person, person, 'acknowledgement', 'seen');
  for (const confirmation of [1, 2]) await walk.act(person, person, 'acknowledgement', 'accept', { confirmation });
  await walk.interview(person);
  await driver.reaches(workflowId, 'closed');
  await processes.env.client.workflow.getHandle(workflowId).result();

  const { id } = (await database.read.one(sql<{ id: string }>`select id from reviews where workflow_id = ${workflowId}`)) as { id: string };
  const object = await historyObject(database.read, 'review', id);
  if (!object) throw new Error('no such review');
  const replayed = await expectOneStory(object, 10);
  const returned = (await entriesUntil(database.read, object, replayed.at(-1)?.at ?? '')).find((entry) => entry.what === 'closed' && entry.outcome === 'returned');
  const again = await visitsAt(database.read, object, String(returned?.at));
  expect(again).toMatchObject([{ step: 'goalProposal', no: 2, people: [{ person: { id: person }, state: 'open' }], cause: { kind: 'decision', name: 'return', by: { id: walk.manager }, from: { step: 'goalApproval', no: 1 } } }]);
}, 120_000);

it('the same of an approval with a return, an added person and two branches', async () => {
  const { database } = processes;
  const driver = new TemporalDriver(processes.env, database);
  const boss = await addEmployee(database.read);
  const [hr, a, b, c, added] = await Promise.all([1, 2, 3, 4, 5].map(() => addEmployee(database.read, { managerId: boss }))) as [string, string, string, string, string];
  await database.read.run(sql`insert into role_grants (employee_id, role) values (${hr}, 'hr')`);
  const node = (id: string, personId: string) => ({ id, type: 'anyOf' as const, title: { zh: id }, approvers: [{ type: 'person' as const, personId }], duration: { n: 3, unit: 'day' as const }, timeout: { act: 'escalate' as const }, fallback: [] });
  const nodes = [node('first', a), { id: 'both', type: 'parallel' as const, title: { zh: '并行' }, branches: [{ id: 'l', nodes: [node('left', b)] }, { id: 'r', nodes: [node('right', c)] }] }];
  const { approvalId, workflowId } = await startPlanApproval(driver, database, hr, nodes);
  const acts = (who: string, action: string, body: Record<string, unknown> = {}, step = 'approval') => driver.accept(who, workflowId, step, action, body);
  await acts(a, 'return', { to: 'submitter', then: 'rerun', comment: '补充' });
  await acts(hr, 'resubmit', {}, 'resubmission');
  await acts(a, 'addBefore', { personIds: [added], comment: '请先看' });
  await acts(added, 'approve');
  await acts(a, 'approve');
  for (const who of [b, c]) await acts(who, 'approve');
  expect(await processes.env.client.workflow.getHandle(workflowId).result()).toBe('approved');
  const object = await historyObject(database.read, 'approval', approvalId);
  if (!object) throw new Error('no such approval');
  await expectOneStory(object, 6);
}, 120_000);
