import type { ApprovalDefinition, ApprovalNode, TimeoutPolicy } from '@fairmark/contracts/approvals';
import type { StepRule } from '@fairmark/contracts/plans';
import { NEVER_BY_TIMEOUT } from './timeout.js';

/**
 * A definition with the lengths that a plan gives to its step: every node, or the nodes that `only` names. Without a rule the definition
 * keeps its own. A plan cannot make goals, scores or appeals pass by time-out: there `default` escalates.
 */
export function timedBy(definition: ApprovalDefinition, rule: StepRule | undefined, only?: readonly string[]): ApprovalDefinition {
  if (!rule) return definition;
  const timed = (node: ApprovalNode): ApprovalNode => ({ ...node, duration: rule.duration, reminders: rule.remindBefore, timeout: policyOf(rule, node, definition) });
  return { ...definition, nodes: definition.nodes.map((node) => (only && !only.includes(node.id) ? node : timed(node))) };
}

function policyOf({ timeout }: StepRule, node: ApprovalNode, { kind }: ApprovalDefinition): TimeoutPolicy {
  if (timeout.kind === 'extend') return { act: 'extend', by: timeout.by, times: 1 };
  if (timeout.kind === 'escalate') return { act: 'escalate' };
  return NEVER_BY_TIMEOUT.includes(kind) ? { act: 'escalate' } : node.timeout;
}
