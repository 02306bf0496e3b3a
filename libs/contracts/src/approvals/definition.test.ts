import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { ApprovalDefinition, type ApprovalDefinitionInput } from './index.js';

const step = (id: string) => ({ id, type: 'inOrder' as const, title: { zh: id }, approvers: [{ type: 'departmentHead' as const }], duration: { n: 1, unit: 'day' as const }, timeout: { act: 'escalate' as const } });

const document: ApprovalDefinitionInput = {
  id: 'spending', version: 1, kind: 'exceptions', title: { zh: '支出' },
  form: [{ id: 'amount', type: 'amount', title: { zh: '金额' } }],
  nodes: [
    {
      id: 'size', type: 'condition',
      branches: [{ id: 'large', when: [{ test: 'between', field: 'amount', atLeast: 100_000 }], nodes: [{ id: 'both', type: 'parallel', branches: [{ id: 'left', nodes: [step('a')] }, { id: 'right', nodes: [step('b')] }] }] }],
      otherwise: { nodes: [step('c')] },
    },
    { id: 'sub', type: 'subProcess', definitionId: 'other', version: 2 },
    { id: 'tell', type: 'copy', title: { zh: '抄送' }, recipients: [{ type: 'departmentHead' }] },
  ],
};

describe('a definition of blocks', () => {
  test('is read with its defaults, at any depth', () => {
    const read = ApprovalDefinition.parse(document);
    const condition = read.nodes[0];
    if (condition?.type !== 'condition') throw new Error('not a condition');
    expect(condition.branches[0]?.when).toEqual([{ test: 'between', field: 'amount', atLeast: 100_000, below: null }]);
    expect(condition.otherwise.nodes[0]).toMatchObject({ reminders: [], fallback: [] });
    expect(ApprovalDefinition.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
  });

  test('names the place of a fault inside a block', () => {
    const faulty = structuredClone(document) as { nodes: { branches: { nodes: { branches: { nodes: { type: string }[] }[] }[] }[] }[] };
    faulty.nodes[0]!.branches[0]!.nodes[0]!.branches[1]!.nodes[0]!.type = 'lottery';
    expect(ApprovalDefinition.safeParse(faulty).error?.issues.map((issue) => issue.path.join('.'))).toEqual(['nodes.0.branches.0.nodes.0.branches.1.nodes.0.type']);
  });

  test('has no condition without a default', () => {
    const { otherwise: _, ...condition } = document.nodes[0] as { otherwise: unknown };
    expect(ApprovalDefinition.safeParse({ ...document, nodes: [condition] }).error?.issues[0]?.path).toEqual(['nodes', 0, 'otherwise']);
  });

  test('can be described as a schema that refers to itself', () => {
    expect(JSON.stringify(z.toJSONSchema(ApprovalDefinition, { io: 'input' }))).toContain('ApprovalNode');
  });
});
