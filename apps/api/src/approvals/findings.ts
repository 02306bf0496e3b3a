import { ApprovalDefinition, type ApproverSource, type DefinitionDocument, type DefinitionFindingView } from '@fairmark/contracts/approvals';
import { ApprovalStoreFindings } from '@fairmark/contracts/errors';
import { allNodes, leafNodes, parseDefinition } from '@fairmark/domain/approval';
import { definitionVersion, storedParts } from '@fairmark/persistence/approvals';
import { sql, type Executor } from '@fairmark/persistence/database';
import { STORED_ROLES } from '@fairmark/persistence/identity';

/** Roles that a source may name: stored ones, and the chair of a session. */
const ROLES: ReadonlySet<string> = new Set([...STORED_ROLES, 'chair']);

/**
 * Everything that is to be said about a document: what the rules of definitions say, with the definitions that it takes in, and whether the people, roles and
 * definitions that it names exist. What is published must name a fallback everywhere; in a draft that is a warning.
 */
export async function findingsOf(read: Executor, document: DefinitionDocument, { forPublication = false } = {}): Promise<DefinitionFindingView[]> {
  const shaped = ApprovalDefinition.safeParse(document);
  const { definition, findings } = parseDefinition(document, { forPublication, ...(shaped.success ? { lookup: await storedParts(read, shaped.data) } : {}) });
  if (!definition) return findings;
  return [...findings, ...selfApproval(definition), ...unknownRoles(definition), ...(await unknownPeople(read, definition)), ...(await retiredSubProcesses(read, definition))];
}

interface Named {
  nodeId: string;
  source: ApproverSource;
}

function sourcesOf(definition: ApprovalDefinition): Named[] {
  return leafNodes(definition).flatMap((node) => (node.type === 'copy' ? node.recipients : [...node.approvers, ...node.fallback]).map((source) => ({ nodeId: node.id, source })));
}

/** Nobody approves what they submitted. Only the chair of a calibration both asks for the sign-off and gives it: the session was the deliberation. */
function selfApproval({ kind, settings }: ApprovalDefinition): DefinitionFindingView[] {
  return settings.submitterMayApprove && kind !== 'calibration' ? [{ code: ApprovalStoreFindings.selfApproval, severity: 'error', path: 'settings.submitterMayApprove' }] : [];
}

function unknownRoles(definition: ApprovalDefinition): DefinitionFindingView[] {
  return sourcesOf(definition).flatMap(({ nodeId, source }) => {
    const role = source.type === 'role' ? source.role : source.type === 'panel' ? source.pool.role : undefined;
    return role === undefined || ROLES.has(role) ? [] : [{ code: ApprovalStoreFindings.unknownRole, severity: 'error' as const, nodeId, details: { role } }];
  });
}

async function unknownPeople(read: Executor, definition: ApprovalDefinition): Promise<DefinitionFindingView[]> {
  const named = sourcesOf(definition).flatMap(({ nodeId, source }) => (source.type === 'person' ? [{ nodeId, personId: source.personId }] : []));
  if (named.length === 0) return [];
  const rows = await read.all(sql<{ id: string }>`
    select e.id from employees e left join accounts a on a.employee_id = e.id
    where e.id = any(${named.map((one) => one.personId)}::uuid[]) and (e.left_on is null or e.left_on >= (now() at time zone e.zone)::date) and a.disabled_at is null`);
  const active = new Set(rows.map((row) => row.id));
  return named.filter((one) => !active.has(one.personId)).map(({ nodeId, personId }) => ({ code: ApprovalStoreFindings.unknownPerson, severity: 'error', nodeId, details: { personId } }));
}

/** Another definition is taken in as it stood when it was published; one that was retired is not taken in anew. */
async function retiredSubProcesses(read: Executor, definition: ApprovalDefinition): Promise<DefinitionFindingView[]> {
  const findings: DefinitionFindingView[] = [];
  for (const node of allNodes(definition.nodes)) {
    if (node.type !== 'subProcess') continue;
    const found = await definitionVersion(read, node.definitionId, node.version);
    if (found?.state === 'retired') findings.push({ code: ApprovalStoreFindings.unknownSubProcess, severity: 'error', nodeId: node.id, details: { definitionId: node.definitionId, version: node.version } });
  }
  return findings;
}
