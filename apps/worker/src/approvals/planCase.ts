import { randomUUID } from 'node:crypto';
import { ApprovalDefinition, type ApprovalDefinitionInput } from '@fairmark/contracts/approvals';
import { workflowId } from '@fairmark/contracts/process';
import { insertDraft, moveDefinition, setUse, submitRequest } from '@fairmark/persistence/approvals';
import { sql, type Database } from '@fairmark/persistence/database';
import type { TemporalDriver } from '../testing/temporalDriver.js';

/** For tests on a Temporal server: HR hands in a plan version that is approved under a definition of its own. Answers the case once it has opened. */
export async function startPlanApproval(driver: TemporalDriver, database: Database, hr: string, nodes: unknown): Promise<{ approvalId: string; workflowId: string }> {
  const definitionId = `timed${randomUUID().slice(0, 8)}`;
  const document = ApprovalDefinition.parse({ id: definitionId, version: 1, kind: 'plans', title: { zh: '限时' }, nodes } as ApprovalDefinitionInput);
  const planId = await database.read.one(sql<{ id: string }>`insert into plans (code, name) values (${definitionId}, 'p') returning id`);
  const version = await database.read.one(sql<{ id: string }>`insert into plan_versions (plan_id, no, state, document, document_hash) values (${String(planId?.id)}, 1, 'draft', '{"sheets": []}', 'h') returning id`);
  const approvalId = await database.transaction(async (tx) => {
    const no = await insertDraft(tx, definitionId, document, hr);
    await moveDefinition(tx, { id: definitionId, version: Number(no) }, 'published', hr);
    await setUse(tx, { purpose: 'planVersion', departmentId: null, definitionId }, hr);
    return submitRequest(tx, { purpose: 'planVersion', subjectId: null, submitterId: hr, departmentId: null, about: { planVersionId: version?.id }, fields: {}, chosen: {}, reason: null });
  });
  await driver.settle();
  return { approvalId, workflowId: workflowId.approval(approvalId) };
}
