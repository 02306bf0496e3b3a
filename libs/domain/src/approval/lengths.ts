import type { ApprovalDefinition, ApprovalNode } from '@fairmark/contracts/approvals';
import type { Duration } from '@fairmark/contracts/common';
import { isStep } from './tree.js';

/** A definition in which every node lasts as long and reminds nobody before: for demonstrations that run in seconds. */
export function withDuration(definition: ApprovalDefinition, duration: Duration): ApprovalDefinition {
  const lasting = (nodes: ApprovalNode[]): ApprovalNode[] => nodes.map(one);
  const one = (node: ApprovalNode): ApprovalNode => {
    if (isStep(node)) return { ...node, duration, reminders: [] };
    if (node.type === 'parallel') return { ...node, branches: node.branches.map((branch) => ({ ...branch, nodes: lasting(branch.nodes) })) };
    if (node.type === 'condition') return { ...node, branches: node.branches.map((branch) => ({ ...branch, nodes: lasting(branch.nodes) })), otherwise: { nodes: lasting(node.otherwise.nodes) } };
    return node.type === 'subProcess' && node.nodes ? { ...node, nodes: lasting(node.nodes) } : node;
  };
  return { ...definition, nodes: lasting(definition.nodes) };
}
