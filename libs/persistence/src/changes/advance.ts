import { appendAudit } from '../audit/index.js';
import { sql, type Database, type Executor } from '../database/index.js';
import { notifyAll } from '../process/notify.js';
import { refreshLines } from './line.js';
import { policiesFor } from './policies.js';
import { changeColumns, type ChangeRow } from './rows.js';
import { leaveCompany } from './leaver.js';
import { fixTargets } from './targets.js';

/** Processes that are told in one transaction. */
const PAGE = 200;
const COMPANY_ZONE = 'Asia/Shanghai';

/** Something to do: its day has come, a page has to be told, or everybody has answered. */
const ready = sql`(c.state = 'scheduled' or exists (select from org_change_targets t where t.change_id = c.id and t.event_id is null)
  or not exists (select from org_change_targets t join process_events e on e.id = t.event_id where t.change_id = c.id and e.state = 'pending'))`;

/**
 * Takes the next change one step further, in one transaction: fix whom it concerns, tell a page of processes, or note that all have taken it in. Whoever dies in between leaves a
 * state from which the next one goes on, and nothing is told twice. Answers whether there was something to do.
 */
export async function advanceChanges(database: Database, now: string, page = PAGE): Promise<boolean> {
  return database.transaction(async (tx) => {
    const change = await tx.one(sql<ChangeRow>`
      select ${changeColumns} from org_changes c left join employees e on e.id = c.employee_id
      where c.state <> 'applied' and c.effective_on <= (${now}::timestamptz at time zone coalesce(e.zone, ${COMPANY_ZONE}))::date and ${ready}
      order by c.effective_on, c.created_at, c.id limit 1 for update of c skip locked`);
    if (!change) return false;
    if (change.state === 'scheduled') await begin(tx, change, now);
    else if ((await tellPage(tx, change, page)) === 0) await finish(tx, change, now);
    return true;
  });
}

async function begin(tx: Executor, given: ChangeRow, now: string): Promise<void> {
  const change: ChangeRow = { ...given, policies: await policiesFor(tx, given.kind) };
  await tx.run(sql`update org_changes set state = 'applying', policies = ${JSON.stringify(change.policies)}::jsonb where id = ${change.id}`);
  await fixTargets(tx, change, now);
  const reviews = await tx.all(sql<{ id: string }>`select review_id as id from review_line_rules where change_id = ${change.id}`);
  await refreshLines(tx, reviews.map((row) => row.id), now.slice(0, 10));
  if (change.kind === 'left' && change.employeeId) await leaveCompany(tx, { ...change, employeeId: change.employeeId }, now);
  const total = await tx.one(sql<{ n: number }>`select count(*)::integer as n from org_change_targets where change_id = ${change.id}`);
  await appendAudit(tx, `org/change/${change.id}`, { actorId: change.madeBy }, now, [{ action: 'orgChange.begun', object: change.id, after: { kind: change.kind, policies: change.policies, processes: total?.n ?? 0 } }]);
}

/** Tells the next processes: one event each, recorded with the target, so that a repetition finds it told. */
async function tellPage(tx: Executor, { id, madeBy }: ChangeRow, page: number): Promise<number> {
  return tx.run(sql`
    with page as (select workflow_id from org_change_targets where change_id = ${id} and event_id is null order by workflow_id limit ${page} for update),
    sent as (insert into process_events (workflow_id, name, body, actor_id) select workflow_id, 'organisationChanged', jsonb_build_object('changeId', ${id}::text), ${madeBy}::uuid from page returning id, workflow_id),
    queued as (insert into outbox (channel, body) select 'signal', jsonb_build_object('workflowId', workflow_id, 'eventId', id) from sent returning pg_notify('outbox', ''))
    update org_change_targets t set event_id = sent.id from sent, (select count(*) from queued) q where t.change_id = ${id} and t.workflow_id = sent.workflow_id`);
}

async function finish(tx: Executor, { id, madeBy }: ChangeRow, now: string): Promise<void> {
  await tx.run(sql`update org_changes set state = 'applied', applied_at = ${now} where id = ${id}`);
  const moved = await tx.one(sql<{ n: number }>`select count(*)::integer as n from task_moves where change_id = ${id}`);
  await appendAudit(tx, `org/change/${id}`, { actorId: madeBy }, now, [{ action: 'orgChange.applied', object: id, after: { moved: moved?.n ?? 0 } }]);
  if (madeBy && moved && moved.n > 0) await notifyAll(tx, [{ employeeId: madeBy, kind: 'change.applied', link: `/changes/${id}` }]);
}
