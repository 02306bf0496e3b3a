import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { panelRelations } from '@fairmark/persistence/appeals';
import { sql } from '@fairmark/persistence/database';
import { addEmployee } from '../testing/index.js';
import { nameDefinition } from '../testing/ownDefinition.js';
import { startSessions, type Sessions } from './testing.js';

jest.setTimeout(30_000);

let t: Sessions;
beforeAll(async () => {
  t = await startSessions();
});
afterAll(() => t.stop());

test('the sign-off follows the definition that HR named: finance beside HR, then the chair; whoever signed sits on no panel', async () => {
  const d = await t.scored();
  const finance = await addEmployee(t.database.read, { name: '财务' });
  const node = { type: 'anyOf' as const, duration: { n: 2, unit: 'workingDay' as const }, timeout: { act: 'handToHr' as const }, fallback: [{ type: 'departmentHead' as const }] };
  await nameDefinition(t.database, {
    id: 'signedByThree', version: 1, kind: 'calibration', title: { zh: '三方签核' }, settings: { samePerson: 'actsOnce', submitterMayApprove: true },
    nodes: [
      { id: 'beside', type: 'parallel', branches: [
        { id: 'l', nodes: [{ ...node, id: 'hr', title: { zh: 'HR' }, approvers: [{ type: 'role', role: 'hr', scope: 'department' }] }] },
        { id: 'r', nodes: [{ ...node, id: 'finance', title: { zh: '财务' }, approvers: [{ type: 'person', personId: finance }] }] },
      ] },
      { ...node, id: 'chair', title: { zh: '主持人' }, approvers: [{ type: 'role', role: 'chair', scope: 'session' }] },
    ],
  }, { purpose: 'calibrationSignOff', departmentId: d.departmentId, actorId: d.hr });
  const { id, workflowId, visit } = await t.session(d);
  await t.driver.accept(d.head, visit, 'requestSignOff');
  const waiting = async () => (await t.database.read.all(sql<{ id: string }>`select t.assignee_id as id from visits v join tasks t on t.visit_id = v.id where v.workflow_id = ${workflowId} and v.state = 'open' and t.state = 'open' order by v.node`)).map((row) => row.id);
  expect(await waiting()).toEqual([finance, d.hr]);
  await t.driver.accept(finance, 'signOff', 'approve');
  expect((await t.session(d)).state).toBe('open');
  await t.driver.accept(d.hr, 'signOff', 'approve');
  expect(await waiting()).toEqual([d.head]);
  await t.driver.accept(d.head, 'signOff', 'approve');
  expect((await t.session(d)).state).toBe('signedOff');
  const { signerIds } = await panelRelations(t.database.read, d.reviewOf(d.reports[0][0] as string).id, '2026-09-02', null);
  expect([...signerIds].sort()).toEqual([d.head, d.hr, finance].sort());
  expect(await t.database.read.one(sql`select signed_off_by as by from calibration_sessions where id = ${id}`)).toEqual({ by: d.head });
});

test('withdrawn by who asked, or returned, the session deliberates again', async () => {
  const d = await t.scored();
  const ask = async () => t.driver.accept(d.head, (await t.session(d)).visit, 'requestSignOff');
  await ask();
  await t.driver.accept(d.head, (await t.session(d)).visit, 'withdraw', { comment: '漏了一人' });
  expect(await t.driver.openSteps((await t.session(d)).workflowId)).toEqual(['deliberation']);
  await ask();
  await t.driver.accept(d.head, (await t.session(d)).visit, 'return', { to: 'submitter', then: 'rerun', comment: '再议' });
  expect(await t.driver.openSteps((await t.session(d)).workflowId)).toEqual(['deliberation']);
  await t.signOff(d);
  expect((await t.session(d)).state).toBe('signedOff');
});
