import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ApprovalDefinition, ReturnCase, type ApprovalDefinitionInput } from '@fairmark/contracts/approvals';
import { workflowId as ids } from '@fairmark/contracts/process';
import { sql } from '@fairmark/persistence/database';
import type { DecisionContext, ProcessHandlers } from '../processes/index.js';
import { addEmployee, startTestProcesses, type TestProcesses } from '../testing/index.js';
import { actInApproval, approvalExpiry, operatorActions, organisationInApproval, startApproval, withApproval, type ApprovalHost } from './index.js';

let t: TestProcesses;
const who: Record<string, string> = {};
const person = (name: string): string => String(who[name]);
const name = (id: string): string => Object.keys(who).find((key) => who[key] === id) ?? id;

/** The case that the next process opens. */
let definition: ApprovalDefinition;

/** A matter of which nothing follows but its end. */
const host: ApprovalHost = { ended: async (_context, { outcome }) => ({ outcome, finish: { outcome }, audit: [] }) };
const by = ({ actorId, assigneeId }: DecisionContext) => ({ actorId, assigneeId });
const text = (context: DecisionContext) => ({ comment: String(context.body['reason']) });

const handlers: ProcessHandlers = {
  kind: 'calibration',
  open: async (context) => {
    const { part } = await startApproval(context, { purpose: 'planVersion', definition, step: 'signOff', scope: { subjectId: person('subject'), departmentId: null }, subjectIds: [person('subject')], submitterId: person('submitter') });
    return withApproval({ outcome: 'opened', step: 'open', audit: [] }, part);
  },
  actions: {
    signOff: {
      approve: { by: 'assignee', run: (context) => actInApproval(context, host, context.visit, { type: 'approve', ...by(context) }) },
      reject: { by: 'assignee', run: (context) => actInApproval(context, host, context.visit, { type: 'reject', ...by(context), ...text(context) }) },
      return: { by: 'assignee', run: (context) => actInApproval(context, host, context.visit, { type: 'return', ...by(context), ...ReturnCase.parse(context.body) }) },
      reassign: { by: async () => true, run: (context) => actInApproval(context, host, context.visit, { type: 'reassign', actorId: context.actorId, fromId: String(context.body['from']), toId: String(context.body['to']), ...text(context) }) },
      ...operatorActions(host),
    },
  },
  expire: { signOff: approvalExpiry(host) },
  events: {
    organisationChanged: async (context) => {
      const visit = await t.driver.visit('signOff');
      return visit ? organisationInApproval(context, host, visit, { type: 'organisationChanged' }) : null;
    },
  },
};

beforeAll(async () => {
  t = await startTestProcesses([handlers]);
  const add = async (key: string, manager?: string) => (who[key] = await addEmployee(t.database.read, manager ? { managerId: person(manager) } : {}));
  await add('top');
  await add('boss', 'top');
  for (const key of ['a', 'b', 'c', 'subject', 'submitter', 'hr']) await add(key, 'boss');
  await t.database.read.run(sql`insert into role_grants (employee_id, role) values (${person('hr')}, 'hr')`);
});
afterAll(() => t.stop());

async function begin(nodes: ApprovalDefinitionInput['nodes']): Promise<string> {
  await t.database.read.run(sql`update visits set state = 'closed', wake_at = null where state = 'open'`);
  definition = ApprovalDefinition.parse({ id: 'test', version: 1, kind: 'plans', title: { zh: '测试' }, nodes });
  const id = randomUUID();
  await t.driver.start('calibration', ids.calibration(id), id);
  return ids.calibration(id);
}

const node = (type: 'inOrder' | 'allOf' | 'anyOf', people: string[], extra: Record<string, unknown> = {}): ApprovalDefinitionInput['nodes'][number] =>
  ({ id: 'n', type, title: { zh: '节点' }, approvers: people.map((key) => ({ type: 'person', personId: person(key) })), duration: { n: 2, unit: 'workingDay' }, timeout: { act: 'escalate' }, ...extra }) as never;

const waiting = async (): Promise<string[]> => (await t.driver.tasks('signOff')).map((task) => name(task.assigneeId)).sort();
const approve = (key: string) => t.driver.accept(person(key), 'signOff', 'approve');
const outcome = async (workflowId: string) => (await t.driver.process(workflowId)).outcome;

describe('one visit', () => {
  test('holds everybody of an all-of node; the last approval ends it', async () => {
    const id = await begin([node('allOf', ['a', 'b', 'c'])]);
    const visit = await t.driver.visit('signOff');
    await approve('a');
    await approve('b');
    expect(await waiting()).toEqual(['c']);
    expect((await t.driver.visit('signOff'))?.id).toBe(visit?.id);
    await approve('c');
    expect(await outcome(id)).toBe('approved');
  });

  test('a veto ends an all-of node; who had not acted is not needed any more', async () => {
    const id = await begin([node('allOf', ['a', 'b'])]);
    await t.driver.accept(person('a'), 'signOff', 'reject', { reason: '不同意' });
    expect(await outcome(id)).toBe('rejected');
    expect(await t.database.read.one(sql`select 1 from tasks where assignee_id = ${person('b')} and state = 'notNeeded'`)).toBeDefined();
    expect(await t.database.read.one(sql`select kind, body from visit_comments where workflow_id = ${id}`)).toEqual({ kind: 'reject', body: '不同意' });
  });

  test('the first of an any-of node decides', async () => {
    const id = await begin([node('anyOf', ['a', 'b'])]);
    await approve('b');
    expect(await outcome(id)).toBe('approved');
  });
});

test('people in order have a visit and a clock each', async () => {
  const id = await begin([node('inOrder', ['a', 'b'])]);
  const first = await t.driver.visit('signOff');
  t.driver.now = '2026-09-02T02:00:00.000Z';
  await approve('a');
  const second = await t.driver.visit('signOff');
  expect(await waiting()).toEqual(['b']);
  expect(second?.id).not.toBe(first?.id);
  expect(String(second?.dueAt) > String(first?.dueAt)).toBe(true);
  await approve('b');
  expect(await outcome(id)).toBe('approved');
});

test('the subject and the submitter are skipped upwards', async () => {
  await begin([node('allOf', ['subject', 'submitter', 'a'])]);
  expect(await waiting()).toEqual(['a', 'boss']);
});

describe('deadlines', () => {
  test('escalate everybody who is late, with a clock of their own', async () => {
    await begin([node('allOf', ['a', 'boss'])]);
    await approve('a');
    const before = await t.driver.visit('signOff');
    await t.driver.expire('signOff');
    expect(await waiting()).toEqual(['top']);
    expect(String((await t.driver.visit('signOff'))?.dueAt) > String(before?.dueAt)).toBe(true);
    expect(await t.database.read.one(sql`select 1 from notices where kind = 'approval.escalated' and employee_id = ${person('boss')}`)).toBeDefined();
  });

  test('extend moves the deadline of the visit as often as it may, then HR is told', async () => {
    await begin([node('anyOf', ['a'], { timeout: { act: 'extend', by: { n: 1, unit: 'day' }, times: 1 } })]);
    const visit = await t.driver.visit('signOff');
    await t.driver.expire('signOff');
    const later = await t.driver.visit('signOff');
    expect(later?.id).toBe(visit?.id);
    expect(String(later?.dueAt) > String(visit?.dueAt)).toBe(true);
    expect(await t.database.read.all(sql`select cause, actor_id as actor from deadline_changes where visit_id = ${String(visit?.id)}`)).toEqual([{ cause: 'policy', actor: null }]);
    await t.driver.expire('signOff');
    expect(await waiting()).toEqual(['a']);
    expect(await t.database.read.one(sql`select 1 from notices where kind = 'approval.handedToHr' and employee_id = ${person('hr')}`)).toBeDefined();
  });
});

describe('people', () => {
  test('HR gives a task to somebody else, never to the subject', async () => {
    await begin([node('anyOf', ['a'])]);
    const give = (to: string) => t.driver.decide(person('hr'), 'signOff', 'reassign', { from: person('a'), to: person(to), reason: '休假' });
    expect(await give('subject')).toMatchObject({ status: 'refused', code: 'APPROVAL.OWN_CASE' });
    expect(await give('c')).toMatchObject({ status: 'applied' });
    expect(await waiting()).toEqual(['c']);
  });

  test('the task of somebody who left moves on', async () => {
    const id = await begin([node('allOf', ['a', 'b'])]);
    await t.database.read.run(sql`update employees set left_on = '2026-08-01' where id = ${person('b')}`);
    await t.driver.signal(id, 'organisationChanged');
    expect(await waiting()).toEqual(['a', 'hr']);
    expect((await t.driver.tasks('signOff')).find((task) => task.assigneeId === person('hr'))?.why).toBe('hrAppoints');
    await t.database.read.run(sql`update employees set left_on = null where id = ${person('b')}`);
  });
});
