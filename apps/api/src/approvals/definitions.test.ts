import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ApprovalRehearsal, DefinitionVersionView } from '@fairmark/contracts/approvals';
import { goalApproval } from '@fairmark/domain/approval';
import { sql } from '@fairmark/persistence/database';
import { startTestApi, type Agent, type TestApi, type TestEmployee } from '../testing/index.js';
import { ApprovalsModule } from './approvals.module.js';

let api: TestApi;
let hr: Agent;
let departmentHr: Agent;
let lead: Agent;
let nobody: Agent;
let people: Record<'top' | 'boss' | 'operator' | 'finance' | 'hr', TestEmployee>;
let department: string;

const title = { zh: '目标审批（加签）', en: 'Goals, countersigned' };
const person = (id: string) => ({ type: 'person', personId: id });
const node = (id: string, approvers: unknown[], extra: Record<string, unknown> = {}) =>
  ({ id, type: 'allOf', title: { zh: id }, approvers, duration: { n: 2, unit: 'workingDay' }, timeout: { act: 'escalate' }, fallback: [{ type: 'departmentHead' }], ...extra });
const definition = (nodes: unknown[], extra: Record<string, unknown> = {}) => ({ kind: 'goals', title, nodes, ...extra });

beforeAll(async () => {
  api = await startTestApi({ features: [ApprovalsModule] });
  const head = await api.newEmployee();
  department = await api.newDepartment({ head: head.id });
  const top = await api.newEmployee({ name: '总监' });
  const boss = await api.newEmployee({ manager: top.id, department, name: '经理' });
  const person1 = await api.newEmployee({ roles: ['hr'] });
  people = { top, boss, operator: await api.newEmployee({ manager: boss.id, department, name: '运营' }), finance: await api.newEmployee({ name: '财务' }), hr: person1 };
  hr = await api.signInAs(person1);
  departmentHr = await api.signInAs(await api.newEmployee({ roles: [{ role: 'hr', departmentId: department }] }));
  lead = await api.signInAs(await api.newEmployee({ roles: ['lead'] }));
  nobody = await api.signInAs(await api.newEmployee());
});
afterAll(() => api.close());

const create = (id: string, document: unknown, agent = hr) => agent.post<DefinitionVersionView & { code?: string }>('/api/approval-definitions', { id, document });

describe('definitions', () => {
  test('what ships is there, published, and named by its purposes', async () => {
    const { body } = await lead.get<{ definitions: { id: string; purposes: string[]; versions: { shipped: boolean; state: string }[] }[] }>('/api/approval-definitions');
    expect(body.definitions.find((one) => one.id === 'goalApproval')).toMatchObject({ purposes: ['goalChange', 'goals'], versions: [{ version: 1, shipped: true, state: 'published' }] });
    expect(await nobody.get('/api/approval-definitions')).toMatchObject({ status: 403 });
  });

  test('a draft is kept with its faults, and published only without', async () => {
    const draft = await create('countersigned', definition([node('manager', [])]));
    expect(draft).toMatchObject({ status: 201, body: { id: 'countersigned', version: 1, state: 'draft', findings: [{ code: 'APPROVAL_DEFINITION.SHAPE', severity: 'error' }] } });
    expect(await create('countersigned', definition([]))).toMatchObject({ status: 409, body: { code: 'APPROVAL_STORE.DRAFT_EXISTS' } });
    expect(await hr.post('/api/approval-definitions/countersigned/versions/1/publish')).toMatchObject({ status: 422, body: { code: 'APPROVAL_STORE.HAS_ERRORS' } });
    const good = definition([node('manager', [{ type: 'lineManager', level: 1 }])]);
    const saved = await hr.put<DefinitionVersionView>('/api/approval-definitions/countersigned/draft', { document: good, changedAt: draft.body.changedAt });
    expect(saved).toMatchObject({ status: 200, body: { findings: [] } });
    expect(await hr.put('/api/approval-definitions/countersigned/draft', { document: good, changedAt: draft.body.changedAt })).toMatchObject({ status: 409, body: { code: 'APPROVAL_STORE.DRAFT_CHANGED' } });
    expect(await hr.post('/api/approval-definitions/countersigned/versions/1/publish')).toMatchObject({ status: 200, body: { state: 'published', publishedBy: { id: people.hr.id } } });
    expect(await hr.put('/api/approval-definitions/countersigned/draft', { document: good })).toMatchObject({ status: 422, body: { code: 'APPROVAL_STORE.NO_DRAFT' } });
  });

  test('nobody approves what they submitted; people, roles and sub-processes must exist', async () => {
    const check = async (document: unknown) => (await hr.post<{ findings: { code: string }[] }>('/api/approval-definitions/check', { document })).body.findings.map(({ code }) => code);
    const plan = definition([node('a', [{ type: 'role', role: 'hr', scope: 'company' }])], { id: 'x', version: 1, kind: 'plans', settings: { submitterMayApprove: true } });
    expect(await check(plan)).toContain('APPROVAL_DEFINITION.SELF_APPROVAL');
    expect(await check(definition([node('a', [person('0190a0a0-0000-7000-8000-000000000000')])], { id: 'x', version: 1 }))).toContain('APPROVAL_DEFINITION.UNKNOWN_PERSON');
    expect(await check(definition([node('a', [{ type: 'role', role: 'wizard', scope: 'company' }])], { id: 'x', version: 1 }))).toContain('APPROVAL_DEFINITION.UNKNOWN_ROLE');
    expect(await check(definition([{ id: 's', type: 'subProcess', definitionId: 'nowhere', version: 1 }], { id: 'x', version: 1 }))).toContain('APPROVAL_DEFINITION.UNKNOWN_SUB_PROCESS');
    expect(await check({ ...goalApproval })).toEqual([]);
  });

  test('a definition that takes in a published one is published too; a draft, a retired one and a step without fallback are no part of it', async () => {
    const line = [{ type: 'lineManager', level: 1 }];
    const whole = (version: number) => definition([{ id: 'inner', type: 'subProcess', definitionId: 'part', version }, node('last', line)]);
    await create('part', definition([node('check', line)]));
    const draft = await create('whole', whole(1));
    expect(draft.body.findings).toMatchObject([{ code: 'APPROVAL_DEFINITION.UNKNOWN_SUB_PROCESS', nodeId: 'inner', severity: 'error' }]);
    await hr.post('/api/approval-definitions/part/versions/1/publish');
    expect((await hr.get<DefinitionVersionView>('/api/approval-definitions/whole/versions/1')).body.findings).toEqual([]);
    expect(await hr.post('/api/approval-definitions/whole/versions/1/publish')).toMatchObject({ status: 200, body: { state: 'published' } });
    await create('bare', definition([node('a', line, { fallback: [] })]));
    expect(await hr.post('/api/approval-definitions/bare/versions/1/publish')).toMatchObject({ status: 422, body: { details: { findings: [{ code: 'APPROVAL_DEFINITION.NO_FALLBACK' }] } } });
    await create('part', definition([node('other', line)]));
    await hr.post('/api/approval-definitions/part/versions/2/publish');
    await hr.post('/api/approval-definitions/part/versions/1/retire');
    expect((await create('again', whole(1))).body.findings).toMatchObject([{ code: 'APPROVAL_DEFINITION.UNKNOWN_SUB_PROCESS', nodeId: 'inner' }]);
    expect((await create('current', whole(2))).body.findings).toEqual([]);
  });

  test('only HR of the whole company and administrators write them', async () => {
    expect(await create('mine', definition([]), departmentHr)).toMatchObject({ status: 403, body: { code: 'APPROVAL_STORE.COMPANY_ONLY' } });
    expect(await create('mine', definition([]), lead)).toMatchObject({ status: 403, body: { code: 'ACCESS.DENIED' } });
  });

  test('versions are compared node by node', async () => {
    const next = definition([node('finance', [person(people.finance.id)]), node('manager', [{ type: 'lineManager', level: 1 }], { duration: { n: 5, unit: 'workingDay' } })]);
    await create('countersigned', next);
    const { body } = await hr.get<{ differences: { path: string; change: string; nodeId: string | null }[] }>('/api/approval-definitions/countersigned/differences?from=1&to=2');
    expect(body.differences.map(({ path, change }) => [path, change])).toEqual([['nodes.finance', 'added'], ['nodes.manager', 'moved'], ['nodes.manager.duration.n', 'changed']]);
    expect(await hr.get('/api/approval-definitions/countersigned/differences?from=1&to=9')).toMatchObject({ status: 404, body: { code: 'APPROVAL_STORE.UNKNOWN_DEFINITION' } });
    expect(await hr.delete('/api/approval-definitions/countersigned/draft')).toMatchObject({ status: 204 });
    expect(await hr.delete('/api/approval-definitions/countersigned/draft')).toMatchObject({ status: 422, body: { code: 'APPROVAL_STORE.NO_DRAFT' } });
  });
});

describe('uses', () => {
  const use = (purpose: string, definitionId: string, departmentId: string | null = null, agent = hr) => agent.put('/api/approval-uses', { purpose, departmentId, definitionId });

  test('a purpose takes definitions of its kind, with people who can be found', async () => {
    expect(await use('planVersion', 'countersigned')).toMatchObject({ status: 422, body: { code: 'APPROVAL_STORE.KIND_DIFFERS' } });
    expect(await use('goals', 'nothing')).toMatchObject({ status: 422, body: { code: 'APPROVAL_STORE.NOT_PUBLISHED' } });
    await create('lineForPlans', definition([node('a', [{ type: 'lineManager', level: 1 }])], { kind: 'plans' }));
    await hr.post('/api/approval-definitions/lineForPlans/versions/1/publish');
    expect(await use('planVersion', 'lineForPlans')).toMatchObject({ status: 422, body: { code: 'APPROVAL_STORE.NEEDS_SUBJECT' } });
    expect(await use('goals', 'countersigned', department, departmentHr)).toMatchObject({ status: 200 });
    expect(await use('goals', 'countersigned', null, departmentHr)).toMatchObject({ status: 403, body: { code: 'APPROVAL_STORE.COMPANY_ONLY' } });
    const { body } = await lead.get<{ uses: { purpose: string; department: { id: string } | null; definitionId: string; shipped: boolean }[] }>('/api/approval-uses');
    expect(body.uses.filter((one) => one.purpose === 'goals').map(({ department: at, definitionId, shipped }) => [at?.id ?? null, definitionId, shipped])).toEqual([[null, 'goalApproval', true], [department, 'countersigned', false]]);
  });

  test('a later version suits what names it, too; an approved case is withdrawn only where that can be undone', async () => {
    const line = [node('a', [{ type: 'lineManager', level: 1 }])];
    const refused = async (id: string, document: unknown) => {
      const { body } = await create(id, document);
      const answer = await hr.post<{ code?: string }>(`/api/approval-definitions/${id}/versions/${body.version}/publish`);
      await hr.delete(`/api/approval-definitions/${id}/draft`);
      return answer.body.code;
    };
    expect(await refused('countersigned', definition([node('a', [{ type: 'submitterChooses', min: 1, max: 1 }])]))).toBe('APPROVAL_STORE.NOT_OFFERED');
    expect(await refused('countersigned', definition(line, { kind: 'plans' }))).toBe('APPROVAL_STORE.KIND_DIFFERS');
    expect(await refused('deadlineExtension', definition(line, { kind: 'exceptions', settings: { withdrawAfterEnd: true } }))).toBe('APPROVAL_STORE.UNDO_NOT_OFFERED');
    const undone = { settings: { withdrawAfterEnd: true } };
    await create('undone', definition(line, { kind: 'exceptions', ...undone }));
    await hr.post('/api/approval-definitions/undone/versions/1/publish');
    expect(await use('deadlineExtension', 'undone')).toMatchObject({ status: 422, body: { code: 'APPROVAL_STORE.UNDO_NOT_OFFERED' } });
    await create('undonePlan', definition([node('a', [{ type: 'role', role: 'lead', scope: 'company' }])], { kind: 'plans', ...undone }));
    await hr.post('/api/approval-definitions/undonePlan/versions/1/publish');
    expect(await use('planVersion', 'undonePlan')).toMatchObject({ status: 200 });
    await hr.post('/api/approval-uses/clear', { purpose: 'planVersion' });
  });

  test('no deadline stands in for the second person that a purpose exists for', async () => {
    const byDeadline = (decision: string) => definition([node('second', [{ type: 'role', role: 'hr', scope: 'company' }], { timeout: { act: 'default', decision } })], { kind: 'exceptions' });
    await create('passesAlone', byDeadline('approve'));
    expect(await hr.post('/api/approval-definitions/passesAlone/versions/1/publish')).toMatchObject({ status: 200 });
    for (const purpose of ['bulkAct', 'missingValue']) expect(await use(purpose, 'passesAlone')).toMatchObject({ status: 422, body: { code: 'APPROVAL_STORE.NEEDS_PERSON' } });
    await create('failsAlone', byDeadline('reject'));
    await hr.post('/api/approval-definitions/failsAlone/versions/1/publish');
    expect(await use('bulkAct', 'failsAlone')).toMatchObject({ status: 200 });
    await hr.post('/api/approval-uses/clear', { purpose: 'bulkAct' });
  });

  test('what a definition takes in counts like its own steps', async () => {
    await create('linePart', definition([node('line', [{ type: 'lineManager', level: 1 }], { timeout: { act: 'default', decision: 'approve' } })], { kind: 'exceptions' }));
    await hr.post('/api/approval-definitions/linePart/versions/1/publish');
    await create('takesIn', definition([{ id: 'part', type: 'subProcess', title: { zh: '子流程' }, definitionId: 'linePart', version: 1 }, node('after', [person(people.finance.id)])], { kind: 'exceptions' }));
    expect(await hr.post('/api/approval-definitions/takesIn/versions/1/publish')).toMatchObject({ status: 200 });
    expect(await use('missingValue', 'takesIn')).toMatchObject({ status: 422, body: { code: 'APPROVAL_STORE.NEEDS_PERSON' } });
    await create('linePart2', definition([node('line', [{ type: 'lineManager', level: 1 }])], { kind: 'exceptions' }));
    await hr.post('/api/approval-definitions/linePart2/versions/1/publish');
    await create('takesIn2', definition([{ id: 'part', type: 'subProcess', title: { zh: '子流程' }, definitionId: 'linePart2', version: 1 }], { kind: 'exceptions' }));
    expect(await hr.post('/api/approval-definitions/takesIn2/versions/1/publish')).toMatchObject({ status: 200 });
    expect(await use('bulkAct', 'takesIn2')).toMatchObject({ status: 422, body: { code: 'APPROVAL_STORE.NEEDS_SUBJECT' } });
  });

  test('what is in use is not retired, unless another version takes over', async () => {
    expect(await hr.post('/api/approval-definitions/countersigned/versions/1/retire')).toMatchObject({ status: 422, body: { code: 'APPROVAL_STORE.IN_USE' } });
    expect(await hr.post('/api/approval-definitions/goalApproval/versions/1/retire')).toMatchObject({ status: 422, body: { code: 'APPROVAL_STORE.SHIPPED' } });
    expect(await hr.post('/api/approval-uses/clear', { purpose: 'goals', departmentId: department })).toMatchObject({ status: 200 });
    expect(await hr.post('/api/approval-definitions/countersigned/versions/1/retire')).toMatchObject({ status: 200, body: { state: 'retired' } });
    expect(await use('goals', 'countersigned')).toMatchObject({ status: 422, body: { code: 'APPROVAL_STORE.NOT_PUBLISHED' } });
  });
});

describe('rehearsal', () => {
  const rehearse = (document: unknown, more: Record<string, unknown> = {}, agent = hr) =>
    agent.post<ApprovalRehearsal>('/api/approval-definitions/rehearse', { document, submitterId: people.operator.id, on: '2026-09-01', ...more });
  const walk = (found: ApprovalRehearsal) => found.nodes.map((one) => [one.order, one.nodeId, ...one.people.map(({ person: who, state }) => `${who.name} ${state}`)]);

  test('says who is asked in which order, until when, and writes nothing', async () => {
    const before = await api.database.read.one(sql`select count(*) from approval_instances`);
    const both = { id: 'both', type: 'parallel', branches: [{ id: 'l', nodes: [node('manager', [{ type: 'lineManager', level: 1 }, { type: 'secondApprover' }], { type: 'inOrder' })] }, { id: 'r', nodes: [node('money', [person(people.finance.id)])] }] };
    const { body } = await rehearse(definition([both, node('again', [{ type: 'lineManager', level: 1 }]), { id: 'cc', type: 'copy', title: { zh: '抄送' }, recipients: [person(people.hr.id)] }], { kind: 'plans' }));
    expect(body).toMatchObject({ outcome: 'approved', skipped: [] });
    expect(walk(body)).toEqual([[1, 'manager', '经理 acts', '总监 waits'], [1, 'money', '财务 acts'], [2, 'again', '经理 alreadyApproved'], [2, 'cc', expect.stringContaining('copied')]]);
    expect(body.nodes[0]).toMatchObject({ zone: 'Asia/Shanghai', opensAt: '2026-09-01T01:00:00.000Z', dueAt: '2026-09-03T16:00:00.000Z', atDeadline: { act: 'escalate' } });
    expect(body.problems).toEqual([{ code: 'APPROVAL_REHEARSAL.ACTS_ONCE', severity: 'warning', nodeId: 'again', details: { personId: people.boss.id } }]);
    expect(await api.database.read.one(sql`select count(*) from approval_instances`)).toEqual(before);
  });

  test('follows the form, and tells what stands in the way', async () => {
    const form = [{ id: 'cost', type: 'amount', title: { zh: '金额' } }];
    const way = { id: 'way', type: 'condition', branches: [{ id: 'big', when: [{ test: 'between', field: 'cost', atLeast: 10_000 }], nodes: [node('money', [person(people.finance.id)])] }], otherwise: { nodes: [node('manager', [{ type: 'lineManager', level: 1 }])] } };
    const document = definition([way], { kind: 'exceptions', form });
    expect(walk((await rehearse(document, { fields: { cost: 20_000 } })).body)).toEqual([[1, 'money', '财务 acts']]);
    expect((await rehearse(document, { fields: { cost: 20_000 } })).body.skipped).toEqual(['manager']);
    expect((await rehearse(document)).body).toMatchObject({ outcome: 'refused', problems: [{ code: 'APPROVAL.FIELDS', severity: 'error' }] });
    expect((await rehearse(definition([node('self', [person(people.operator.id)])]))).body.problems).toMatchObject([{ code: 'APPROVAL_REHEARSAL.SKIPPED_UPWARDS', nodeId: 'self' }]);
    expect(await rehearse(document, {}, lead)).toMatchObject({ status: 403 });
  });

  test('of a stored version', async () => {
    expect((await hr.post<ApprovalRehearsal>('/api/approval-definitions/rehearse', { definition: { id: 'goalApproval', version: 1 }, submitterId: people.operator.id, on: '2026-09-01', flags: { realismFlagged: true } })).body.nodes.map((one) => one.nodeId)).toEqual(['manager', 'second']);
    expect(await hr.post('/api/approval-definitions/rehearse', { submitterId: people.operator.id, on: '2026-09-01' })).toMatchObject({ status: 400 });
  });
});
