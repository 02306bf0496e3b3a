import type { ApprovalFindingCode } from '@fairmark/contracts/errors';

/** Something about a definition. Errors keep it from being used; warnings are shown to its author. */
export interface DefinitionFinding {
  code: ApprovalFindingCode;
  severity: 'error' | 'warning';
  nodeId?: string;
  /** Place in the document, with dots. */
  path?: string;
  details?: Record<string, unknown>;
}

/** Collects findings. */
export type Report = (code: ApprovalFindingCode, severity: DefinitionFinding['severity'], where?: Pick<DefinitionFinding, 'nodeId' | 'path' | 'details'>) => void;
