import type { ChangeStage, CommunityStage, SheetProposal, StageChanged } from '@fairmark/contracts/org';
import { accessErrors, orgPageErrors } from '@fairmark/contracts/errors';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { DomainError } from '@fairmark/domain/common';
import { diffRows, setFrom, type Dated, type OrgChange, type RowChange } from '@fairmark/domain/org';
import { sheetOfCommunity } from '@fairmark/domain/plans';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';
import { departmentsInScope } from '../identity/index.js';
import { lockOrganisation } from './lock.js';
import { writeChanges } from './write/index.js';

interface CommunityRow {
  code: string;
  type: string;
}

/** Departments in which people operate a community as of a day. */
async function operatingDepartments(read: Executor, communityId: string, day: string): Promise<string[]> {
  const rows = await read.all(sql<{ id: string }>`
    select distinct d.department_id as id from community_assignments a join employee_departments d on d.employee_id = a.employee_id
    where a.community_id = ${communityId} and daterange(a.valid_from, a.valid_to) @> ${day}::date and daterange(d.valid_from, d.valid_to) @> ${day}::date`);
  return rows.map((row) => row.id);
}

/** Whether somebody may say in which stage a community is: HR whose scope covers it, or the head of a department whose people operate it, or of one above. */
export async function mayChangeStage(read: Executor, employeeId: string, communityId: string, day: string): Promise<boolean> {
  const scope = await departmentsInScope(read, employeeId, 'hr');
  if (scope === null) return true;
  const departments = await operatingDepartments(read, communityId, day);
  if (departments.some((id) => scope.includes(id))) return true;
  const head = await read.one(sql`
    with recursive up as (select id, parent_id, head_id from departments where id = any(${departments}::uuid[]) union select d.id, d.parent_id, d.head_id from up join departments d on d.id = up.parent_id)
    select 1 from up where head_id = ${employeeId} limit 1`);
  return head !== undefined;
}

/**
 * Rule: the stage is dated, and frozen for a running cycle: it is the one of the period's first day, so that a change counts from a later day on.
 * @throws {DomainError} ACCESS.OBJECT_NOT_FOUND; ORG.STAGE_FROZEN with the first day on which it may change
 */
export async function changeStage(tx: Executor, communityId: string, { stage, effectiveOn, reason }: ChangeStage, act: { by: string; at: string }): Promise<StageChanged> {
  await lockOrganisation(tx);
  const community = await tx.one(sql<CommunityRow>`select code, type from communities where id = ${communityId}`);
  if (!community) throw new DomainError(accessErrors.objectNotFound);
  const frozen = await tx.one(sql<{ until: string | null }>`select max(period_start)::text as until from cycles where state in ('launching', 'running')`);
  if (frozen?.until && effectiveOn <= frozen.until) throw new DomainError(orgPageErrors.stageFrozen, { frozenUntil: frozen.until });
  const before = await stagesOf(tx, communityId);
  const after = setFrom(before, effectiveOn, stage);
  const changes = diffRows(before, after).map((change) => writeOf(community.code, change));
  if (changes.length > 0) {
    await writeChanges(tx, changes);
    const texts = { reason: { body: reason, ownerId: act.by } };
    await appendAudit(tx, `community/${communityId}`, { actorId: act.by }, act.at, [{ action: 'community.stageChanged', object: communityId, before: { stages: before }, after: { stages: after }, texts }]);
  }
  return { changed: changes.length > 0, stages: after.map(({ value, validFrom, validTo }) => ({ stage: value, validFrom, validTo })), proposals: await proposalsFor(tx, community, stage) };
}

/** The same writes as an import of the communities' file would make. */
function writeOf(code: string, change: RowChange<CommunityStage>): OrgChange {
  const { validFrom, validTo, value } = change.row;
  const row = { line: 'stages', subject: code, validFrom, file: 'communities', row: 0, effect: 'changed' } as const;
  if (change.kind === 'insert') return { op: 'insertRow', ...row, value, validTo };
  if (change.kind === 'remove') return { op: 'removeRow', ...row };
  if (change.kind === 'end') return { op: 'endRow', ...row, validTo: change.validTo };
  return { op: 'correctRow', ...row, value: change.value, validTo: change.validTo };
}

async function stagesOf(read: Executor, communityId: string): Promise<Dated<CommunityStage>[]> {
  return read.all(sql<Dated<CommunityStage>>`select stage as value, valid_from as "validFrom", valid_to as "validTo" from community_stages where community_id = ${communityId} order by valid_from`);
}

/** What the newest version of each plan has for the community in a stage. */
async function proposalsFor(read: Executor, community: CommunityRow, stage: string): Promise<SheetProposal[]> {
  const rows = await read.all(sql<{ plan: SheetProposal['plan']; document: PlanDocument }>`
    select distinct on (p.id) jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name, 'nameEn', p.name_en, 'version', v.no) as plan, v.document
    from plans p join plan_versions v on v.plan_id = p.id where v.state <> 'retired' order by p.id, v.no desc`);
  return rows.map(({ plan, document }) => {
    const sheet = sheetOfCommunity(document, { ...community, stage });
    return { plan, sheet: sheet ? { id: sheet.id, name: sheet.name } : null };
  });
}
