import { ApprovalDefinition, type ApprovalPurpose, type ApprovalUse, type DefinitionView } from '@fairmark/contracts/approvals';
import { approvalPurposes } from '@fairmark/domain/approval';
import type { StoredDefinition } from '@fairmark/persistence/approvals';

const head = ApprovalDefinition.pick({ kind: true, title: true }).partial();

/** A definition as the list shows it. A draft that nobody can read yet has no title. */
export function definitionView(id: string, versions: readonly StoredDefinition[], uses: readonly Pick<ApprovalUse, 'purpose' | 'definitionId' | 'department'>[]): DefinitionView {
  const shown = versions.find((one) => one.state === 'published') ?? versions[0];
  const read = head.safeParse(shown?.document);
  const { kind = null, title = null } = read.success ? read.data : {};
  return { id, kind, title, versions: versions.map(({ document: _document, id: _id, ...version }) => version), purposes: purposesOf(id, uses) };
}

/** Named for some department or the company, or shipped for a purpose for which the company named none. */
function purposesOf(id: string, uses: readonly Pick<ApprovalUse, 'purpose' | 'definitionId' | 'department'>[]): ApprovalPurpose[] {
  const named = uses.filter((use) => use.definitionId === id).map((use) => use.purpose);
  const ofCompany = new Set(uses.filter((use) => use.department === null).map((use) => use.purpose));
  const shipped = Object.entries(approvalPurposes).filter(([purpose, info]) => info.shipped.id === id && !ofCompany.has(purpose as ApprovalPurpose));
  return [...new Set([...named, ...shipped.map(([purpose]) => purpose as ApprovalPurpose)])].sort();
}
