import type { Trainee, TrainingRecordBody } from '@fairmark/contracts/training';
import { sql, type Executor } from '../database/index.js';
import { traineesOf } from './people.js';

/** People to be trained in communities on a day (YYYY-MM-DD) with the levels that count then, who has passed least first. */
export const traineesIn = (read: Executor, communityIds: readonly string[], day: string): Promise<Omit<Trainee, 'next'>[]> =>
  read.all(sql<Omit<Trainee, 'next'>>`
    with ${traineesOf(communityIds, day)}
    select jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) as person, array_agg(distinct t.role order by t.role) as roles,
      array(select distinct r.level from training_records r where r.employee_id = e.id and r.passed and r.attended_on <= ${day}::date and (r.valid_until is null or r.valid_until >= ${day}::date) order by 1) as passed
    from trainees t join employees e on e.id = t.employee_id group by e.id order by cardinality(array(select distinct r.level from training_records r where r.employee_id = e.id and r.passed)), e.id limit 1000`);

/** Whether somebody is to be trained in these communities on a day. */
export async function isTrainee(read: Executor, communityIds: readonly string[], day: string, employeeId: string): Promise<boolean> {
  return (await read.one(sql`with ${traineesOf(communityIds, day)} select from trainees where employee_id = ${employeeId} limit 1`)) !== undefined;
}

/** Enters an attendance; entered again for the same person, level and day it corrects the row. */
export async function recordTraining(tx: Executor, { employeeId, level, attendedOn, passed, validUntil }: TrainingRecordBody, by: string, now: string): Promise<void> {
  await tx.run(sql`
    insert into training_records (employee_id, level, attended_on, passed, valid_until, recorded_by, recorded_at) values (${employeeId}, ${level}, ${attendedOn}, ${passed}, ${validUntil}, ${by}, ${now})
    on conflict (employee_id, level, attended_on) do update set passed = excluded.passed, valid_until = excluded.valid_until, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`);
}
