import { sql } from '../database/index.js';
import { scopeCommunities } from '../rollouts/measures/scope.js';
import type { MeasureSource } from '../rollouts/measures/source.js';
import { traineesOf } from './people.js';

/** Share who hold a basic certificate that counts at the instant. Cut off, not rounded: 94.996 % is not 95 %. */
const trained = (role: 'operator' | 'manager'): MeasureSource => async (read, scope, asOf) => {
  const day = asOf.slice(0, 10);
  const row = await read.one(sql<Awaited<ReturnType<MeasureSource>>>`
    with ${traineesOf(await scopeCommunities(read, scope), day)}
    select trunc(count(*) filter (where exists (select from training_records r where r.employee_id = t.employee_id and r.level = 'basic' and r.passed and r.attended_on <= ${day}::date and r.recorded_at <= ${asOf}::timestamptz
      and (r.valid_until is null or r.valid_until >= ${day}::date)))::numeric / nullif(count(*), 0), 4)::text as value, count(*)::integer as "sampleSize" from trainees t where role = ${role}`);
  return row ?? { value: null, sampleSize: 0 };
};

export const trainedManagers = trained('manager');
export const trainedOperators = trained('operator');
