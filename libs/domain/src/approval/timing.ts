import type { ApprovalDefinition, ApprovalNode, StepNode, TimeoutPolicy } from '@fairmark/contracts/approvals';
import type { StepRule } from '@fairmark/contracts/plans';
import { NEVER_BY_TIMEOUT } from './timeout.js';
import { isStep } from './tree.js';

/**
 * A definition with the lengths that a plan gives to its step: every node, or the nodes that `only` names. Without a rule the definition
 * keeps its own. A plan cannot make goals, scores or appeals pass by time-out: there `default` escalates.
 */
export function timedBy(definition: ApprovalDefinition, rule: StepRule | undefined, only?: readonly string[]): ApprovalDefinition {
  if (!rule) return definition;
  const timed = (node: ApprovalNode): ApprovalNode => {
    if (isStep(node)) return only && !only.includes(node.id) ? node : { ...node, duration: rule.duration, reminders: rule.remindBefore, timeout: policyOf(rule, node, definition) };
    if (node.type === 'parallel') return { ...node, branches: node.branches.map((branch) => ({ ...branch, nodes: branch.nodes.map(timed) })) };
    if (node.type === 'condition') return { ...node, branches: node.branches.map((branch) => ({ ...branch, nodes: branch.nodes.map(timed) })), otherwise: { nodes: node.otherwise.nodes.map(timed) } };
    return node.type === 'subProcess' && node.nodes ? { ...node, nodes: node.nodes.map(timed) } : node;
  };
  return { ...definition, nodes: definition.nodes.map(timed) };
}

function policyOf({ timeout }: StepRule, node: StepNode, { kind }: ApprovalDefinition): TimeoutPolicy {
  if (timeout.kind === 'extend') return { act: 'extend', by: timeout.by, times: 1 };
  if (timeout.kind === 'escalate') return { act: 'escalate' };
  return NEVER_BY_TIMEOUT.includes(kind) ? { act: 'escalate' } : node.timeout;
}
