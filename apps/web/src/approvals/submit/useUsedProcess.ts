import type { ApprovalPurpose, ApprovalUse } from '@fairmark/contracts/approvals';
import type { BilingualText } from '@fairmark/contracts/common';
import { drawable, isStep, type EditedField } from '../designer/document.js';
import { SYSTEM_FIELDS } from '../designer/systemFields.js';
import { allNodes } from '../designer/walk.js';
import { useApprovalUses, useDefinitionVersion } from '../queries.js';

export interface UsedProcess {
  /** What the submitter fills in; what the system knows by itself is left out. */
  fields: EditedField[];
  /** Nodes whose approvers the submitter chooses. */
  choosing: { id: string; title: BilingualText; max: number }[];
}

/** The use of a department, else of the whole company. The server decides again, by the tree of departments. */
const useOf = (uses: readonly ApprovalUse[], purpose: ApprovalPurpose, departmentId: string | null): ApprovalUse | undefined =>
  uses.find((use) => use.purpose === purpose && use.department !== null && use.department.id === departmentId) ?? uses.find((use) => use.purpose === purpose && use.department === null);

/** What the process in use asks of a submission; undefined until it is known. */
export function useUsedProcess(purpose: ApprovalPurpose, departmentId: string | null): UsedProcess | undefined {
  const use = useOf(useApprovalUses().data?.uses ?? [], purpose, departmentId);
  const version = useDefinitionVersion(use?.definitionId ?? '', use?.version);
  const document = version.data && drawable(version.data.document);
  if (!document) return undefined;
  const choosing = allNodes(document).map(({ node }) => node).filter(isStep).flatMap(({ id, title, approvers }) => approvers.flatMap((source) => (source.type === 'submitterChooses' ? [{ id, title, max: source.max }] : [])));
  return { fields: (document.form ?? []).filter((field) => !(field.id in SYSTEM_FIELDS)), choosing };
}
