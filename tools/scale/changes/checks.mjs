import { stepInfo } from '@fairmark/domain/process';
import { sql } from '@fairmark/persistence/database';

const count = async (database, query) => (await database.read.one(query)).n;

/** Steps of a review in which somebody other than the person has to act. */
const ofOthers = (steps) => steps.filter((step) => stepInfo('review', step)?.actor === 'others' && stepInfo('review', step)?.waitsFor === 'person');

/**
 * What must hold after the changes, read from the rows: every open step has somebody who can act and is not the person, tasks are with the managers of today, and nothing was told, applied or
 * recorded twice. Answers what does not.
 */
export async function findings(database) {
  const steps = ofOthers((await database.read.all(sql`select distinct step from visits where state = 'open'`)).map((row) => row.step));
  const active = sql`(e.left_on is null or e.left_on >= (now() at time zone e.zone)::date)`;
  const found = {
    withoutOwner: await count(database, sql`
      select count(*)::integer as n from visits v where v.state = 'open' and v.step = any(${steps}::text[])
        and not exists (select from tasks t join employees e on e.id = t.assignee_id where t.visit_id = v.id and t.state = 'open' and ${active} and t.assignee_id <> v.subject_id)`),
    tasksOfLeavers: await count(database, sql`select count(*)::integer as n from tasks t join visits v on v.id = t.visit_id and v.state = 'open' join employees e on e.id = t.assignee_id where t.state = 'open' and v.subject_id <> e.id and not ${active}`),
    tasksOfFormerManagers: await count(database, sql`
      select count(*)::integer as n from tasks t join visits v on v.id = t.visit_id and v.state = 'open' and v.step = 'goalDrafting' join employee_managers m on m.employee_id = v.subject_id and daterange(m.valid_from, m.valid_to) @> current_date
      join employees e on e.id = m.manager_id where t.state = 'open' and t.why = 'lineManager' and ${active} and t.assignee_id <> m.manager_id`),
    visitsTwice: await count(database, sql`select count(*)::integer as n from (select 1 from visits where state = 'open' and step = 'goalDrafting' group by workflow_id having count(*) > 1) x`),
    toldTwice: await count(database, sql`select count(*)::integer as n from (select 1 from process_events where name = 'organisationChanged' and body ? 'changeId' group by workflow_id, body ->> 'changeId' having count(*) > 1) x`),
    notAnswered: await count(database, sql`select count(*)::integer as n from process_events where name = 'organisationChanged' and state = 'pending'`),
    movedTwice: await count(database, sql`select count(*)::integer as n from (select 1 from task_moves group by visit_id, from_id, change_id having count(*) > 1) x`),
    recordsMissing: await count(database, sql`
      select abs((select count(*) from tasks where state = 'moved') - (select count(*) from task_moves where to_id is not null))::integer as n`),
    notApplied: await count(database, sql`select count(*)::integer as n from org_changes where state <> 'applied'`),
  };
  return Object.fromEntries(Object.entries(found).filter(([, n]) => n > 0));
}

/** History events of every review so far. @returns {Promise<Map<string, number>>} */
export async function historyLengths(client, database) {
  const ids = (await database.read.all(sql`select workflow_id as id from reviews order by 1`)).map((row) => row.id);
  const lengths = new Map();
  for (let start = 0; start < ids.length; start += 50)
    await Promise.all(ids.slice(start, start + 50).map(async (id) => void lengths.set(id, (await client.workflow.getHandle(id).describe()).historyLength)));
  return lengths;
}
