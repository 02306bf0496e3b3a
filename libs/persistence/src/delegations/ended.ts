import type { PersonRef } from '@fairmark/contracts/common';
import { personalSteps } from '@fairmark/domain/delegations';
import { sql, type Executor } from '../database/index.js';

/**
 * For somebody who stood in for a person of a visit while it was open, and does so no more: who holds the task now; empty when the visit waits for nobody. Undefined for everybody else, also for who could never have
 * stood in here: a party, somebody to whom other kinds of process were delegated, a step that is done in person.
 */
export async function endedStandIn(read: Executor, actorId: string, visitId: string): Promise<PersonRef[] | undefined> {
  const row = await read.one(sql<{ holders: PersonRef[] }>`
    select array(
      select jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) from tasks n join employees e on e.id = n.assignee_id
      where n.visit_id = v.id and n.state = 'open' and (t.state <> 'open' or n.assignee_id = t.assignee_id) order by n.created_at, n.id) as holders
    from visits v join processes p on p.workflow_id = v.workflow_id join tasks t on t.visit_id = v.id
    join delegations d on d.delegator_id = t.assignee_id and d.delegate_id = ${actorId} and p.kind = any(d.kinds)
    where v.id = ${visitId} and d.from_at <= coalesce(v.closed_at, now()) and coalesce(d.ended_at, d.to_at) <= now() and coalesce(d.ended_at, d.to_at) > v.opened_at
      and not p.kind || '.' || v.step = any(${[...personalSteps]}::text[]) and not is_party(v.workflow_id, v.subject_id, v.approval_id, array[d.delegate_id, d.delegator_id])
    order by t.state = 'open' desc, coalesce(d.ended_at, d.to_at) desc limit 1`);
  return row?.holders;
}
