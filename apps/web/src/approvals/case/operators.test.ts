import { describe, expect, test } from '@jest/globals';
import { approvalOperators } from '@fairmark/contracts/actions';
import { ApproveCase, RejectCase, ResubmitCase, ReturnCase } from '@fairmark/contracts/approvals';
import { ReturnGoalApproval, ReturnGoals } from '@fairmark/contracts/goals';
import { actionOf, inOrder, operatorBody, OPERATORS, type OperatorName, type OperatorValues } from './operators.js';

const [one, two] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const;
const typed: OperatorValues = { comment: ' 请补充 ', personIds: [one, two], personId: one, to: 'manager', then: 'straightBack', fields: { amount: 1_000 } };
const schemas = { ...approvalOperators, approve: ApproveCase, reject: RejectCase, return: ReturnCase, resubmit: ResubmitCase };

describe('the body of an operator', () => {
  test.each(Object.keys(OPERATORS) as OperatorName[])('%s fits its contract', (name) => {
    const schema = schemas[actionOf(name) as keyof typeof schemas];
    expect(schema.safeParse(operatorBody(name, 'planVersion', typed)).error?.issues ?? []).toEqual([]);
  });

  test('carries what was typed', () => {
    expect(operatorBody('return', 'planVersion', typed)).toEqual({ to: { nodeId: 'manager' }, then: 'straightBack', comment: '请补充' });
    expect(operatorBody('transfer', null, typed)).toEqual({ toPersonId: one, comment: '请补充' });
    expect(operatorBody('addBefore', null, { personIds: [one], comment: ' ' })).toEqual({ personIds: [one] });
  });

  test('calls the comment a reason where the matter does', () => {
    expect(ReturnGoalApproval.parse(operatorBody('return', 'goals', { comment: 'x', to: 'submitter' }))).toEqual({ reason: 'x', to: 'submitter', then: 'rerun' });
    expect(ReturnGoals.parse(operatorBody('reject', 'goalChange', { comment: 'x' }))).toEqual({ reason: 'x' });
  });
});

test('the most used operators come first, and a comment may go with an approval', () => {
  expect(inOrder(['comment', 'transfer', 'reject', 'approve', 'unknownAct'])).toEqual(['approve', 'reject', 'transfer', 'comment', 'approveWith']);
  expect(inOrder(['read', 'comment'])).toEqual(['read', 'comment']);
});
