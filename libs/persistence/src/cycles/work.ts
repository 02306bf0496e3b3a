import type { PlanDocument } from '@fairmark/contracts/plans';
import { sheetOfCommunity, sheetOfPosition } from '@fairmark/domain/plans';
import { frozenStage } from '../goals/index.js';
import { sql, type Executor } from '../database/index.js';

interface AssignmentRow {
  employeeId: string;
  communityId: string;
  code: string;
  type: string;
  stage: string;
}

/** Communities that people operate as of a day, and whether the plan has a sheet for each; the stage is the one frozen at the period's start. */
export async function communitiesOf(read: Executor, plan: PlanDocument, day: string, stageDay: string): Promise<Map<string, { communityId: string; hasSheet: boolean }[]>> {
  const rows = await read.all(sql<AssignmentRow>`
    select a.employee_id as "employeeId", c.id as "communityId", c.code, c.type, coalesce(${frozenStage(stageDay)}, 'base') as stage
    from community_assignments a join communities c on c.id = a.community_id
    where daterange(a.valid_from, a.valid_to) @> ${day}::date order by c.code`);
  const found = new Map<string, { communityId: string; hasSheet: boolean }[]>();
  for (const { employeeId, communityId, ...community } of rows) {
    const own = found.get(employeeId) ?? [];
    own.push({ communityId, hasSheet: sheetOfCommunity(plan, community) !== undefined });
    found.set(employeeId, own);
  }
  return found;
}

/** Whether the plan has a sheet for a position; for people without a community. */
export const hasPositionSheet = (plan: PlanDocument, positionCode: string | null): boolean => positionCode !== null && sheetOfPosition(plan, positionCode) !== undefined;

/** Earlier managers of people inside a period: they score their stretch (`rules.md §11`). */
export async function managersInPeriod(read: Executor, from: string, to: string): Promise<Map<string, string[]>> {
  const rows = await read.all(sql<{ employeeId: string; managerIds: string[] }>`
    select employee_id as "employeeId", array_agg(distinct manager_id) as "managerIds" from employee_managers where daterange(valid_from, valid_to) && daterange(${from}::date, ${to}::date, '[]') group by employee_id`);
  return new Map(rows.map((row) => [row.employeeId, row.managerIds]));
}
