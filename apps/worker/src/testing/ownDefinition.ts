import { ApprovalDefinition, type ApprovalDefinitionInput, type ApprovalPurpose, type DefinitionDocument } from '@fairmark/contracts/approvals';
import { insertDraft, moveDefinition, setUse } from '@fairmark/persistence/approvals';
import type { Database } from '@fairmark/persistence/database';

/** Publishes a definition and names it for a purpose in a department, as HR does. */
export async function nameDefinition(database: Database, given: ApprovalDefinitionInput, use: { purpose: ApprovalPurpose; departmentId: string | null; actorId: string }): Promise<void> {
  const document = ApprovalDefinition.parse(given) as unknown as DefinitionDocument;
  await database.transaction(async (tx) => {
    const version = await insertDraft(tx, given.id, document, use.actorId);
    await moveDefinition(tx, { id: given.id, version: Number(version) }, 'published', use.actorId);
    await setUse(tx, { purpose: use.purpose, departmentId: use.departmentId, definitionId: given.id }, use.actorId);
  });
}
