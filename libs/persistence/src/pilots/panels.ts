import type { Panel } from '@fairmark/domain/pilots';
import { sql, type Executor } from '../database/index.js';

/** Values of an indicator by community, oldest first: periods that ended before the freeze, and periods that began after it. One between both counts on neither side. */
export const panelsOf = (read: Executor, { pilotId, role, indicator, now }: { pilotId: string; role: 'pilot' | 'comparison'; indicator: string; now: string }): Promise<Panel[]> => read.all(sql<Panel>`
  select coalesce(jsonb_agg(v.value::text order by v.starts_on) filter (where v.ends_on < p.frozen_at::date), '[]') as before, coalesce(jsonb_agg(v.value::text order by v.starts_on) filter (where v.starts_on >= p.frozen_at::date), '[]') as after
  from pilot_communities p left join metric_values v on v.community_id = p.community_id and v.indicator = ${indicator} and v.superseded_by is null and v.recorded_at <= ${now}
  where p.pilot_id = ${pilotId} and p.role = ${role} group by p.community_id order by p.community_id`);
