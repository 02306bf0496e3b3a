import type { PopulationFilter } from '@fairmark/contracts/cycles';
import { namedPeople, populationQuery } from '../cycles/population.js';
import { sql, type Executor } from '../database/index.js';
import type { ChangeRow } from './rows.js';

/** A cycle that takes somebody in who comes after its period began. */
export interface CycleToJoin {
  id: string;
  name: string;
  workflowId: string;
}

/**
 * Cycles into which a late joiner comes: running, of a period that had begun and goes on, whose population names the person, and in which nobody has reached the self-review, so that goals can still be agreed. Empty for every
 * other change, and for a person who is in already.
 */
export async function cyclesToJoin(tx: Executor, { kind, employeeId, effectiveOn }: Pick<ChangeRow, 'kind' | 'employeeId' | 'effectiveOn'>): Promise<CycleToJoin[]> {
  if (kind !== 'joinedLate' || employeeId === null) return [];
  const running = await tx.all(sql<CycleToJoin & { population: PopulationFilter }>`
    select c.id, c.name, 'cycle/' || c.id as "workflowId", c.population from cycles c
    where c.state = 'running' and c.period_start < ${effectiveOn}::date and c.period_end >= ${effectiveOn}::date
      and not exists (select from cycle_people p where p.cycle_id = c.id and p.employee_id = ${employeeId})
      and not exists (select from reviews r where r.cycle_id = c.id and r.state = 'open' and r.step not in ('goalSetting', 'period')) order by c.name, c.id`);
  const found: CycleToJoin[] = [];
  for (const { population, ...cycle } of running) if (await isNamed(tx, population, employeeId, effectiveOn)) found.push(cycle);
  return found;
}

/** Whether the population names somebody as of a day. Who is listed by name is found without looking at everybody. */
async function isNamed(tx: Executor, population: PopulationFilter, employeeId: string, day: string): Promise<boolean> {
  if (population.exclude.includes(employeeId)) return false;
  const people = population.employeeIds.includes(employeeId) ? namedPeople([employeeId], day) : populationQuery(population, day);
  return (await tx.one(sql`select 1 from (${people}) p where p.employee_id = ${employeeId} and p.why is null`)) !== undefined;
}
