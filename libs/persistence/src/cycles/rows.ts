import type { CycleSchedule, PopulationFilter } from '@fairmark/contracts/cycles';
import { sql, type Executor } from '../database/index.js';

/** A row of `cycles`. Dates are `YYYY-MM-DD`. */
export interface CycleRow {
  id: string;
  name: string;
  nameEn: string | null;
  planId: string;
  planVersionId: string;
  periodStart: string;
  periodEnd: string;
  state: 'draft' | 'launching' | 'running' | 'closed' | 'cancelled';
  population: PopulationFilter;
  schedule: CycleSchedule;
  createdBy: string;
  createdAt: string;
  launchedAt: string | null;
  reviewCount: number;
  startedCount: number;
  openCount: number;
  closedAt: string | null;
}

const columns = sql`id, name, name_en as "nameEn", plan_id as "planId", plan_version_id as "planVersionId", period_start as "periodStart", period_end as "periodEnd", state, population, schedule,
  created_by as "createdBy", created_at as "createdAt", launched_at as "launchedAt", review_count as "reviewCount", started_count as "startedCount", open_count as "openCount", closed_at as "closedAt"`;

export async function loadCycle(read: Executor, id: string): Promise<CycleRow | undefined> {
  return read.one(sql<CycleRow>`select ${columns} from cycles where id = ${id}`);
}

/** The cycle, locked until the transaction ends. */
export async function lockCycle(tx: Executor, id: string): Promise<CycleRow | undefined> {
  return tx.one(sql<CycleRow>`select ${columns} from cycles where id = ${id} for update`);
}

/** Launches and additions of one plan line follow each other: nobody gets two reviews of it for the same days. */
export async function lockPlanLine(tx: Executor, planId: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext(${`launch/${planId}`}))`);
}
