import { personalSteps } from '@fairmark/domain/delegations';
import { sql } from '../database/index.js';

/**
 * Who is waited for in open visits, and whoever may do it for them now, as a table: `visit_id, step, holder_id, employee_id`. What is done in person concerns nobody
 * else.
 */
export const askedIn = (visitIds: readonly string[], now: string) => sql`
  select t.visit_id, v.step, t.assignee_id as holder_id, t.assignee_id as employee_id from tasks t join visits v on v.id = t.visit_id
  where t.visit_id = any(${[...visitIds]}::uuid[]) and t.state = 'open' and v.state = 'open'
  union select t.visit_id, v.step, t.assignee_id, s.delegate_id
  from tasks t join visits v on v.id = t.visit_id join processes p on p.workflow_id = v.workflow_id cross join lateral stand_ins_of(t.assignee_id, p.kind, ${now}::timestamptz) s
  where t.visit_id = any(${[...visitIds]}::uuid[]) and t.state = 'open' and v.state = 'open' and not p.kind || '.' || v.step = any(${[...personalSteps]}::text[])
    and not is_party(v.workflow_id, v.subject_id, v.approval_id, s.path)`;
