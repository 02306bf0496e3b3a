import { describe, expect, test } from '@jest/globals';
import type { EditedDocument } from './document.js';
import { blankDocument, evenWeights, newNode, asType } from './newNode.js';
import { findingsAt, placed } from './findings.js';
import { inserted, moved, movedPlace, nodeAt, removed, withAt } from './places.js';
import { allNodes, freshId, nodesBefore } from './walk.js';

const titles = { step: { zh: '审批' }, copy: { zh: '抄送' } };
const blank = blankDocument('exceptions', '支出', '', titles.step);
const ids = (document: EditedDocument): string[] => allNodes(document).map(({ node }) => node.id);

/** A condition whose first branch holds two steps, after the step of a blank document. */
const withBranches = (): EditedDocument => {
  const document = inserted(blank, ['nodes'], 1, newNode(blank, 'condition', titles));
  return inserted(document, ['nodes', 1, 'branches', 0, 'nodes'], 1, newNode(document, 'anyOf', titles));
};

describe('nodes of a document', () => {
  test('are put in, moved and removed at any depth, and leave the rest as it is', () => {
    const document = withBranches();
    expect(ids(document)).toEqual(['inOrder1', 'condition1', 'branch1Step', 'anyOf1']);
    const place = ['nodes', 1, 'branches', 0, 'nodes', 1];
    const up = moved(document, place, -1);
    expect(ids(up)).toEqual(['inOrder1', 'condition1', 'anyOf1', 'branch1Step']);
    expect(up.nodes[0]).toBe(document.nodes[0]);
    expect(movedPlace(document, place, 1)).toBeUndefined();
    expect(ids(removed(document, ['nodes', 1]))).toEqual(['inOrder1']);
    expect(ids(document)).toHaveLength(4);
  });

  test('get names that nothing has', () => {
    const document = withBranches();
    expect(freshId(document, 'anyOf')).toBe('anyOf2');
    expect(freshId(document, 'branch')).toBe('branch2');
    expect(nodesBefore(document, 'anyOf1').map((node) => node.id)).toEqual(['inOrder1', 'condition1', 'branch1Step']);
  });

  test('keep who, until when and what then when they decide in another way', () => {
    const step = blank.nodes[0];
    if (step?.type !== 'inOrder') throw new Error('no step');
    const vote = asType(withThreeSeats(step), 'weightedVote');
    expect(vote).toMatchObject({ id: step.id, duration: step.duration, timeout: step.timeout, weightsBp: [3334, 3333, 3333], thresholdBp: 5_000 });
    expect(asType(vote, 'anyOf')).not.toHaveProperty('weightsBp');
  });

  test('share a vote without losing a basis point', () => {
    expect([1, 3, 7].map((seats) => evenWeights(seats).reduce((sum, weight) => sum + weight, 0))).toEqual([10_000, 10_000, 10_000]);
  });
});

type Step = Extract<EditedDocument['nodes'][number], { type: 'inOrder' }>;
const withThreeSeats = (step: Step): Step => ({ ...step, approvers: [{ type: 'departmentHead' }, { type: 'lineManager', level: 1 }, { type: 'role', role: 'hr', scope: 'company' }] });

describe('findings', () => {
  test('stand at the innermost node of their path, else at the node that they name', () => {
    const document = withAt(withBranches(), ['nodes', 1, 'branches', 0, 'nodes', 1, 'approvers'], []);
    const found = placed(document, [
      { code: 'APPROVAL_DEFINITION.SHAPE', severity: 'error', path: 'nodes.1.branches.0.nodes.1.approvers' },
      { code: 'APPROVAL_DEFINITION.NO_FALLBACK', severity: 'warning', nodeId: 'branch1Step' },
      { code: 'APPROVAL_DEFINITION.ALL_CONDITIONAL', severity: 'error' },
    ]);
    expect(found.map(({ place, field }) => [place?.join('.') ?? null, field])).toEqual([['nodes.1.branches.0.nodes.1', 'approvers'], ['nodes.1.branches.0.nodes.0', ''], [null, '']]);
    expect(findingsAt(found, ['nodes', 1, 'branches', 0, 'nodes', 1], 'approvers')).toHaveLength(1);
    expect(nodeAt(document, ['nodes', 9])).toBeUndefined();
  });
});
