import { sql, type Executor } from '../database/index.js';
import { loadCycle, type CycleRow } from './rows.js';

/** Takes some people whose review was not made yet. They stay locked until the transaction ends; another page passes over them. */
export async function claimPage(tx: Executor, cycleId: string, size: number): Promise<string[]> {
  const rows = await tx.all(sql<{ id: string }>`
    select employee_id as id from cycle_people where cycle_id = ${cycleId} and state = 'waiting' order by employee_id limit ${size} for update skip locked`);
  return rows.map((row) => row.id);
}

/** The cycle while reviews may be made for it; undefined once it was cancelled. */
export async function loadLaunched(tx: Executor, cycleId: string): Promise<CycleRow | undefined> {
  const cycle = await loadCycle(tx, cycleId);
  return cycle?.state === 'launching' || cycle?.state === 'running' ? cycle : undefined;
}

/** How many people of a cycle have no review yet. */
export async function peopleWaiting(tx: Executor, cycleId: string): Promise<number> {
  return (await tx.one(sql<{ count: number }>`select count(*)::integer as count from cycle_people where cycle_id = ${cycleId} and state = 'waiting'`))?.count ?? 0;
}

/** How many reviews of a cycle are open by their processes, counted, not remembered. */
export async function openReviews(tx: Executor, cycleId: string): Promise<number> {
  return (await tx.one(sql<{ count: number }>`select count(*)::integer as count from reviews r join processes p on p.workflow_id = r.workflow_id where r.cycle_id = ${cycleId} and p.state = 'open'`))?.count ?? 0;
}
