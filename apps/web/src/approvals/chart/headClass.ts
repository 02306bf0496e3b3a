import type { ApprovalNodeInput } from '@fairmark/contracts/approvals';
import { isStep } from '../designer/document.js';

/** Colour of a box: steps that decide, copies, blocks. */
export const headClass = (node: ApprovalNodeInput): string => (isStep(node) ? 'step' : node.type === 'copy' ? 'copy' : 'block');
