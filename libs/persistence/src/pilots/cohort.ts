import type { Candidate } from '@fairmark/domain/pilots';
import { sql, type Executor } from '../database/index.js';

/**
 * Communities with their strata on a date. Profile: how long the longest-serving operator has run the community (a year or more: experienced). Availability: months of the last six with imported values (three or more: full).
 * The baseline that comparison goes by is the number of active users.
 */
export const candidatesOf = (read: Executor, ids: readonly string[], date: string): Promise<Candidate[]> => read.all(sql<Candidate>`
  select c.id, c.code, c.type, c.active_users::text as baseline,
    case when a.since is null then 'none' when a.since <= ${date}::date - interval '1 year' then 'experienced' else 'new' end as profile,
    case when m.months >= 3 then 'full' when m.months > 0 then 'part' else 'none' end as availability
  from communities c
    left join lateral (select min(valid_from) as since from community_assignments x where x.community_id = c.id and daterange(valid_from, valid_to) @> ${date}::date) a on true
    left join lateral (select count(distinct date_trunc('month', ends_on)) as months from metric_values v where v.community_id = c.id and v.superseded_by is null and ends_on > ${date}::date - interval '6 months' and ends_on <= ${date}::date) m on true
  where c.id = any(${[...ids]}::uuid[]) order by c.code`);

/** Writes the cohort once; the table refuses every change afterwards. */
export async function freezeCohort(tx: Executor, pilotId: string, members: readonly (Candidate & { role: 'pilot' | 'comparison' })[], now: string): Promise<void> {
  const rows = members.map(({ id, role, type, profile, availability }) => ({ id, role, stratum: { type, profile, availability } }));
  await tx.run(sql`
    insert into pilot_communities (pilot_id, community_id, role, stratum, frozen_at)
    select ${pilotId}, m.id, m.role, m.stratum, ${now} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(id uuid, role text, stratum jsonb)`);
  await tx.run(sql`update pilots set frozen_at = ${now} where id = ${pilotId}`);
}

/** Communities of one group. */
export async function cohortIds(read: Executor, pilotId: string, role: 'pilot' | 'comparison'): Promise<string[]> {
  return (await read.all(sql<{ id: string }>`select community_id as id from pilot_communities where pilot_id = ${pilotId} and role = ${role} order by community_id`)).map(({ id }) => id);
}
