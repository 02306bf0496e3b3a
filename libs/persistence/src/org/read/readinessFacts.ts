import { PlanDocument } from '@fairmark/contracts/plans';
import { panelSize } from '@fairmark/domain/plans';
import { readiness, type ReadinessFacts } from '@fairmark/domain/org';
import { panelPool } from '../../cycles/panelPool.js';
import { sql, type Executor } from '../../database/index.js';
import type { StoredRole } from '../../identity/index.js';
import { loadSnapshot } from '../snapshot/load.js';

/** The list "ready for the first cycle" as of a day. */
export async function readinessOf(read: Executor, today: string): Promise<ReturnType<typeof readiness>> {
  return readiness(await loadSnapshot(read), await readinessFacts(read, today));
}

async function readinessFacts(read: Executor, today: string): Promise<ReadinessFacts> {
  const grants = await read.all(sql<{ role: StoredRole; numbers: string[] }>`
    select g.role, array_agg(distinct e.number) as numbers from role_grants g join employees e on e.id = g.employee_id where g.revoked_at is null group by g.role`);
  const invited = await read.all(sql<{ number: string }>`
    select e.number from employees e left join accounts a on a.employee_id = e.id
    where a.password_hash is not null or exists (select from one_time_links l where l.employee_id = e.id and l.purpose = 'invite')`);
  const pool = await read.all(sql<{ number: string }>`select number from employees where id = any(${await panelPool(read, today)}::uuid[])`);
  const plan = await latestPlan(read);
  return {
    today,
    roles: Object.fromEntries(grants.map(({ role, numbers }) => [role, numbers])),
    panelPool: pool.map((row) => row.number),
    invited: new Set(invited.map((row) => row.number)),
    ...(plan ? { sheets: sheetsOf(plan), panelSize: panelSize(plan) } : {}),
  };
}

/** The newest plan version; undefined while there is none. */
async function latestPlan(read: Executor): Promise<PlanDocument | undefined> {
  const row = await read.one(sql<{ document: unknown }>`select document from plan_versions where state <> 'retired' order by created_at desc limit 1`);
  const plan = row ? PlanDocument.safeParse(row.document) : undefined;
  return plan?.success ? plan.data : undefined;
}

/** For what a plan has sheets. */
function sheetsOf(plan: PlanDocument): NonNullable<ReadinessFacts['sheets']> {
  const targets = plan.sheets.map((sheet) => sheet.for);
  return {
    typeStages: new Set(targets.flatMap((target) => (target.kind === 'communityType' ? [`${target.type}/${target.stage}`] : []))),
    communities: new Set(targets.flatMap((target) => (target.kind === 'community' ? [target.communityCode] : []))),
    positions: new Set(targets.flatMap((target) => (target.kind === 'position' ? [target.positionCode] : []))),
  };
}
