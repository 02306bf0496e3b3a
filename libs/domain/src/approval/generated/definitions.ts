import type { ApprovalDefinition, ApprovalNode, ApproverSource, StepNode, TimeoutPolicy } from '@fairmark/contracts/approvals';
import { expandDefinition } from '../expand.js';
import { definition, node } from '../testing.js';
import type { Draws } from './draws.js';

const day = { n: 1, unit: 'day' as const };
const POLICIES: readonly TimeoutPolicy[] = [
  { act: 'escalate' }, { act: 'remind', every: day }, { act: 'handToHr' }, { act: 'extend', by: day, times: 1 }, { act: 'default', decision: 'approve' }, { act: 'default', decision: 'reject' },
];
const SAME = ['actsOnce', 'actsAgain', 'skipUpwards'] as const;

interface Making {
  draws: Draws;
  names: { next: number };
  goals: boolean;
}

/** A valid definition with blocks up to two deep, of every node type. */
export function drawDefinition(draws: Draws): ApprovalDefinition {
  const making: Making = { draws, names: { next: 0 }, goals: draws.once(3) };
  const nodes: ApprovalNode[] = [];
  const earlier: string[] = [];
  // The first node applies to every case: somebody always decides.
  nodes.push(drawStep(making, earlier, false));
  for (let more = draws.below(4); more > 0; more -= 1) nodes.push(drawNode(making, earlier, 2));
  const whole = definition(nodes, {
    kind: making.goals ? 'goals' : 'plans',
    form: [{ id: 'amount', type: 'amount', title: { zh: '金额' }, optional: true }, { id: 'inner', type: 'flag', title: { zh: '里' }, optional: true }, { id: 'f', type: 'flag', title: { zh: '标' }, optional: true }],
    settings: { samePerson: draws.of(SAME), submitterMayApprove: !making.goals && draws.once(4), withdrawAfterEnd: draws.once(2) },
  });
  const { definition: expanded } = expandDefinition(whole, () => definition([node('x', 'inOrder', 1), node('y', 'anyOf', 1)], { id: 'other' }));
  return expanded ?? whole;
}

function drawNode(making: Making, earlier: string[], depth: number): ApprovalNode {
  const { draws, names } = making;
  const id = `b${(names.next += 1)}`;
  const inside = (most: number): ApprovalNode[] => {
    const known = [...earlier];
    return Array.from({ length: 1 + draws.below(most) }, () => drawNode(making, known, depth - 1));
  };
  switch (depth === 0 ? 0 : draws.below(8)) {
    case 4:
      return { id, type: 'copy', title: { zh: id }, recipients: [{ type: 'departmentHead' }, { type: 'person', personId: '00000000-0000-4000-8000-000000000001' }] };
    case 5:
      return { id, type: 'parallel', branches: [{ id: `${id}l`, nodes: inside(2) }, { id: `${id}r`, nodes: inside(2) }] };
    case 6:
      return drawCondition(id, depth, inside);
    case 7:
      return { id, type: 'subProcess', definitionId: 'other', version: 1 };
    default:
      return drawStep(making, earlier, draws.once(4));
  }
}

/** The inner condition looks at another field than the outer one, so that every branch can be reached. */
function drawCondition(id: string, depth: number, inside: (most: number) => ApprovalNode[]): ApprovalNode {
  const when = depth === 2 ? { test: 'between' as const, field: 'amount', atLeast: 100, below: null } : { test: 'is' as const, field: 'inner', value: true };
  return { id, type: 'condition', branches: [{ id: `${id}a`, when: [when], nodes: inside(2) }], otherwise: { nodes: inside(1) } };
}

function drawStep({ draws, names, goals }: Making, earlier: string[], conditional: boolean): StepNode {
  const id = `n${(names.next += 1)}`;
  const type = draws.of(['inOrder', 'allOf', 'anyOf', 'weightedVote'] as const);
  const seats = 1 + draws.below(3);
  const drawn = draws.of(POLICIES);
  const step = node(id, type, seats, {
    timeout: goals && drawn.act === 'default' ? { act: 'escalate' } : drawn,
    ...(type === 'allOf' && draws.once(2) ? { onReject: 'waitForAll' } : {}),
    ...(type === 'weightedVote' ? { weightsBp: [[10_000], [6_000, 4_000], [5_000, 2_500, 2_500]][seats - 1], thresholdBp: draws.of([5_000, 0, 6_667, 9_999]) } : {}),
    ...(conditional ? { when: { flag: 'f', is: draws.once(2) } } : {}),
    ...(draws.once(5) ? { samePerson: draws.of(SAME) } : {}),
    approvers: Array.from({ length: seats }, (_, seat) => drawSource(draws, earlier, seat)),
  } as Partial<StepNode>);
  if (!conditional) earlier.push(id);
  return step;
}

function drawSource(draws: Draws, earlier: readonly string[], seat: number): ApproverSource {
  const kind = draws.below(8);
  if (kind === 5 && earlier.length > 0) return { type: 'previousApprovers', nodeId: draws.of(earlier) };
  if (kind === 6 && seat === 0) return { type: 'submitterChooses', min: 1, max: 3 };
  if (kind === 7) return { type: 'panel', size: 3, pool: { role: 'panel', scope: 'company' }, exclude: ['approvers'] };
  return { type: 'departmentHead' };
}
