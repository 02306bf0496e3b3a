import type { ApprovalNode, Comparison, CopyNode, FormField, StepNode } from '@fairmark/contracts/approvals';
import { describe, expect, it, test } from '@jest/globals';
import { definition, node } from './testing.js';
import { validateDefinition } from './validate.js';

const title = { zh: '块' };
const step = (id: string, extra: Partial<StepNode> = {}) => node(id, 'inOrder', 1, { fallback: [{ type: 'departmentHead' }], ...extra });
const form: FormField[] = [
  { id: 'amount', type: 'amount', title, optional: false }, { id: 'urgent', type: 'flag', title, optional: false },
  { id: 'place', type: 'choice', title, optional: false, options: [{ value: 'north', title }, { value: 'south', title }] },
];
const found = (nodes: ApprovalNode[], extra: Parameters<typeof definition>[1] = {}) => validateDefinition(definition(nodes, { form, ...extra })).map(({ code, nodeId, path }) => [code.split('.')[1], nodeId, path].filter(Boolean).join(' '));
const condition = (tests: Comparison[][], otherwise: ApprovalNode[] = [step('rest')]): ApprovalNode => ({ id: 'if', type: 'condition', branches: tests.map((when, i) => ({ id: `way${i}`, when, nodes: [step(`n${i}`)] })), otherwise: { nodes: otherwise } });
const above = (atLeast: number): Comparison => ({ test: 'between', field: 'amount', atLeast, below: null });

describe('every node can be reached', () => {
  test.each<[string, Comparison[][], string[]]>([
    ['two ranges in the right order', [[above(100)], [above(10)]], []],
    ['a range inside an earlier one', [[above(10)], [above(100)]], ['UNREACHABLE n1 nodes.0.branches.1.nodes.0']],
    ['tests that exclude each other', [[above(100), { test: 'between', field: 'amount', atLeast: null, below: 100 }]], ['UNREACHABLE n0 nodes.0.branches.0.nodes.0']],
    ['all choices taken', [[{ test: 'in', field: 'place', values: ['north'] }], [{ test: 'in', field: 'place', values: ['south'] }]], ['UNREACHABLE rest nodes.0.otherwise.nodes.0']],
    ['both values of a flag taken', [[{ test: 'is', field: 'urgent', value: true }], [{ test: 'is', field: 'urgent', value: false }]], ['UNREACHABLE rest nodes.0.otherwise.nodes.0']],
  ])('%s', (_, tests, expected) => expect(found([condition(tests)])).toEqual(expected));

  it('also a branch without nodes, and under an outer condition', () => {
    const inner: ApprovalNode = { id: 'inner', type: 'condition', branches: [{ id: 'never', when: [{ test: 'between', field: 'amount', atLeast: null, below: 50 }], nodes: [] }], otherwise: { nodes: [step('big')] } };
    expect(found([{ id: 'if', type: 'condition', branches: [{ id: 'large', when: [above(100)], nodes: [inner] }], otherwise: { nodes: [step('rest')] } }])).toEqual(['UNREACHABLE inner nodes.0.branches.0.nodes.0']);
  });

  it('says when there are too many combinations to prove it', () => {
    const flags = Array.from({ length: 15 }, (_, i): FormField => ({ id: `f${i}`, type: 'flag', title, optional: false }));
    const nodes = flags.map((flag) => step(`n${flag.id}`, { when: { flag: flag.id, is: true } }));
    expect(found([step('first'), ...nodes], { form: flags })).toEqual(['TOO_MANY_CASES']);
  });
});

describe('somebody decides about every case', () => {
  it('also when a branch has no node', () => {
    expect(found([condition([[above(100)]], [])])).toEqual(['ALL_CONDITIONAL']);
    expect(found([condition([[above(100)]], []), step('last')])).toEqual([]);
  });
  it('a branch of parallel work has nodes', () => {
    expect(found([{ id: 'both', type: 'parallel', branches: [{ id: 'l', nodes: [step('a')] }, { id: 'r', nodes: [] }] }])).toEqual(['EMPTY_BRANCH both nodes.0']);
  });
});

describe('conditions fit the form', () => {
  test.each<[string, Comparison, string]>([
    ['unknown', { test: 'is', field: 'nothing', value: true }, 'UNKNOWN_FIELD'],
    ['another type', { test: 'is', field: 'amount', value: true }, 'WRONG_TEST'],
    ['no range', { test: 'between', field: 'amount', atLeast: null, below: null }, 'WRONG_TEST'],
    ['an empty range', { test: 'between', field: 'amount', atLeast: 5, below: 5 }, 'WRONG_TEST'],
    ['an unknown choice', { test: 'in', field: 'place', values: ['west'] }, 'WRONG_TEST'],
  ])('%s', (_, comparison, code) => expect(found([condition([[comparison]])])).toContain(`${code} if nodes.0.branches.0.when.0`));

  it('flags of steps too, as soon as there is a form; fields have different names', () => {
    expect(found([step('first'), step('more', { when: { flag: 'other', is: true } })])).toContain('UNKNOWN_FIELD more nodes.1');
    expect(found([step('first'), step('more', { when: { flag: 'urgent', is: true } })])).toEqual([]);
    expect(found([step('first')], { form: [form[0] as FormField, form[0] as FormField] })).toEqual(['DUPLICATE_FIELD form.1']);
  });
});

describe('people', () => {
  const copy = (type: CopyNode['recipients'][number]): CopyNode => ({ id: 'tell', type: 'copy', title, recipients: [type] });

  it('a copy about scores goes only to people with a relation', () => {
    const about = (kind: 'scores' | 'plans', type: CopyNode['recipients'][number]) => found([step('first'), copy(type)], { kind });
    expect(about('scores', { type: 'person', personId: '00000000-0000-4000-8000-000000000001' })).toEqual(['COPY_WIDENS tell nodes.1']);
    expect(about('scores', { type: 'role', role: 'hr', scope: 'company' })).toEqual(['COPY_WIDENS tell nodes.1']);
    expect([about('scores', { type: 'lineManager', level: 2 }), about('scores', { type: 'role', role: 'hr', scope: 'subject' }), about('plans', { type: 'role', role: 'hr', scope: 'company' })]).toEqual([[], [], []]);
  });

  it('previous approvers belong to a node before, also out of a block, never beside', () => {
    const previous = (nodeId: string) => step('again', { approvers: [{ type: 'previousApprovers', nodeId }] });
    const both: ApprovalNode = { id: 'both', type: 'parallel', branches: [{ id: 'l', nodes: [step('left')] }, { id: 'r', nodes: [previous('left')] }] };
    expect([found([step('first'), previous('first')]), found([previous('later'), step('later')]), found([both]), found([step('first'), previous('again')])]).toEqual([
      [], ['UNKNOWN_NODE again nodes.0'], ['UNKNOWN_NODE again nodes.0.branches.1.nodes.0'], ['UNKNOWN_NODE again nodes.1'],
    ]);
  });

  it('the submitter chooses once in a node, in a range', () => {
    const choosing = (...ranges: [number, number][]) => found([step('first', { approvers: ranges.map(([min, max]) => ({ type: 'submitterChooses', min, max })) })]);
    expect([choosing([1, 3]), choosing([2, 1]), choosing([1, 1], [2, 2])]).toEqual([[], ['CHOSEN_RANGE first nodes.0'], ['CHOSEN_RANGE first nodes.0']]);
  });

  it('a named fallback is wanted, and needed for publication', () => {
    const bare = definition([node('one', 'inOrder', 1)]);
    expect([false, true].map((forPublication) => validateDefinition(bare, { forPublication })[0]?.severity)).toEqual(['warning', 'error']);
  });
});

describe('sub-processes', () => {
  const outer = definition([{ id: 'sub', type: 'subProcess', definitionId: 'inner', version: 1 }], { kind: 'goals' });

  it('are checked in their place: what is allowed elsewhere may not be allowed here', () => {
    const inner = definition([step('x', { timeout: { act: 'default', decision: 'approve' } })], { id: 'inner' });
    expect(validateDefinition(inner)).toEqual([]);
    expect(validateDefinition(outer, { lookup: () => inner })).toMatchObject([{ code: 'APPROVAL_DEFINITION.DEFAULT_REFUSED', nodeId: 'sub.x' }]);
    expect(validateDefinition(outer, { lookup: () => undefined })).toMatchObject([{ code: 'APPROVAL_DEFINITION.UNKNOWN_SUB_PROCESS', nodeId: 'sub' }]);
    expect(validateDefinition(outer).map((finding) => finding.code)).toEqual(['APPROVAL_DEFINITION.NOT_EXPANDED']);
  });
});
