import type { ApprovalNodeInput } from '@fairmark/contracts/approvals';
import { ConditionFields } from './ConditionFields.js';
import { CopyFields } from './CopyFields.js';
import { isStep, type EditedDocument } from './document.js';
import { ParallelFields } from './ParallelFields.js';
import { StepFields } from './StepFields.js';
import { SubProcessFields } from './SubProcessFields.js';

export interface NodeProps<Node extends ApprovalNodeInput = ApprovalNodeInput> {
  node: Node;
  onChange: (node: ApprovalNodeInput) => void;
  document: EditedDocument;
  /** What the check says about a field of the node. */
  errorOf: (field: string) => string | undefined;
}

/** The form of a node by its type. */
export function NodeFields({ node, ...rest }: NodeProps) {
  if (isStep(node)) return <StepFields node={node} {...rest} />;
  if (node.type === 'copy') return <CopyFields node={node} {...rest} />;
  if (node.type === 'condition') return <ConditionFields node={node} {...rest} />;
  if (node.type === 'parallel') return <ParallelFields node={node} {...rest} />;
  return <SubProcessFields node={node} {...rest} />;
}
