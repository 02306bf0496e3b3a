import { sql } from '../database/index.js';
import { personOf } from '../process/inbox/fragments.js';

const iso = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Every move of the deadline of the visit `v` (`DeadlineChange`), oldest first: who, why, and for a downtime which gaps. */
export const deadlineChangesOf = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'at', ${iso('c.at')}, 'cause', c.cause, 'from', ${iso('c.from_due')}, 'to', ${iso('c.to_due')}, 'by', ${personOf('c.actor_id')}, 'confirmedBy', ${personOf('c.confirmed_by')},
    'reason', c.reason, 'givenBackSeconds', (c.detail ->> 'seconds')::integer, 'gaps', (
      select coalesce(jsonb_agg(jsonb_build_object('from', ${iso('d.from_at')}, 'to', ${iso('d.to_at')}, 'component', d.component) order by d.from_at), '[]')
      from downtimes d where d.id::text in (select jsonb_array_elements_text(c.detail -> 'downtimes')))) order by c.at, c.id), '[]')
  from deadline_changes c where c.visit_id = v.id)`;
