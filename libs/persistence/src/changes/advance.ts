import type { ChangeKind, ChangePolicy } from '@fairmark/contracts/changes';
import type { ProcessKind } from '@fairmark/contracts/process';
import type { AuditSpec } from '@fairmark/domain/process';
import { appendAudit } from '../audit/index.js';
import { sql, type Database, type Executor } from '../database/index.js';
import { notifyAll } from '../process/notify.js';
import { leaveCompany } from './leaver.js';
import { refreshLines } from './line.js';
import { policiesFor } from './policies.js';
import { changeColumns, type ChangeRow } from './rows.js';
import { fixTargets } from './targets.js';

/** How much is done in one transaction: changes that are taken up, and processes of each that are told. */
const AT_ONCE = { changes: 25, processes: 200, finished: 500 };
const COMPANY_ZONE = 'Asia/Shanghai';

type Policies = Map<ChangeKind, Record<ProcessKind, ChangePolicy>>;

/** Its day has come, and either nobody was told yet or a page is left. */
const hasWork = sql`(c.state = 'scheduled' or exists (select from org_change_targets t where t.change_id = c.id and t.event_id is null))`;

/**
 * Takes the next changes one step further, in one transaction: note those that every process has taken in, fix whom further ones concern and with which policies, and tell a page of
 * processes of each. Whoever dies in between leaves a state from which the next one goes on, and nothing is told twice. Answers whether there was something to do.
 */
export async function advanceChanges(database: Database, now: string, atOnce: Partial<typeof AT_ONCE> = {}): Promise<boolean> {
  const limits = { ...AT_ONCE, ...atOnce };
  return database.transaction(async (tx) => {
    const finished = await finish(tx, now, limits.finished);
    const changes = await tx.all(sql<ChangeRow>`
      select ${changeColumns} from org_changes c left join employees e on e.id = c.employee_id
      where c.state <> 'applied' and c.effective_on <= (${now}::timestamptz at time zone coalesce(e.zone, ${COMPANY_ZONE}))::date and ${hasWork}
      order by c.effective_on, c.created_at, c.id limit ${limits.changes} for update of c skip locked`);
    const policies: Policies = new Map();
    for (const change of changes) {
      if (change.state === 'scheduled') await begin(tx, change, policies, now);
      await tellPage(tx, change, limits.processes);
    }
    return finished > 0 || changes.length > 0;
  });
}

async function begin(tx: Executor, given: ChangeRow, known: Policies, now: string): Promise<void> {
  const policies = known.get(given.kind) ?? (await policiesFor(tx, given.kind));
  known.set(given.kind, policies);
  const change: ChangeRow = { ...given, policies };
  await tx.run(sql`update org_changes set state = 'applying', policies = ${JSON.stringify(policies)}::jsonb where id = ${change.id}`);
  await fixTargets(tx, change, now);
  const reviews = await tx.all(sql<{ id: string }>`select review_id as id from review_line_rules where change_id = ${change.id}`);
  if (reviews.length > 0) await refreshLines(tx, reviews.map((row) => row.id), now.slice(0, 10));
  if (change.kind === 'left' && change.employeeId) await leaveCompany(tx, { ...change, employeeId: change.employeeId }, now);
}

/** Tells the next processes: one event each, recorded with the target, so that a repetition finds it told. */
async function tellPage(tx: Executor, { id, madeBy }: ChangeRow, page: number): Promise<void> {
  await tx.run(sql`
    with page as (select workflow_id from org_change_targets where change_id = ${id} and event_id is null order by workflow_id limit ${page} for update),
    sent as (insert into process_events (workflow_id, name, body, actor_id) select workflow_id, 'organisationChanged', jsonb_build_object('changeId', ${id}::text), ${madeBy}::uuid from page returning id, workflow_id),
    queued as (insert into outbox (channel, body) select 'signal', jsonb_build_object('workflowId', workflow_id, 'eventId', id) from sent returning pg_notify('outbox', ''))
    update org_change_targets t set event_id = sent.id from sent, (select count(*) from queued) q where t.change_id = ${id} and t.workflow_id = sent.workflow_id`);
}

interface Finished {
  id: string;
  chain: string;
  kind: ChangeKind;
  policies: ChangeRow['policies'];
  /** Who reported it; null for an import, whose progress stands on its own page. */
  reportedBy: string | null;
  processes: number;
  moved: number;
}

/** Notes which changes every process has taken in. One entry of the record says for each what it meant. */
async function finish(tx: Executor, now: string, limit: number): Promise<number> {
  const rows = await tx.all(sql<Finished>`
    with over as (
      select c.id from org_changes c where c.state = 'applying' and not exists (
        select from org_change_targets t left join process_events e on e.id = t.event_id where t.change_id = c.id and (t.event_id is null or e.state = 'pending'))
      order by c.id limit ${limit} for update of c skip locked),
    applied as (update org_changes c set state = 'applied', applied_at = ${now} from over where c.id = over.id returning c.*)
    select a.id, 'org/changes/' || coalesce(a.import_id, a.id) as chain, a.kind, a.policies, case when a.source = 'hr' then a.made_by end as "reportedBy", (select count(*)::integer from org_change_targets t where t.change_id = a.id) as processes,
      (select count(*)::integer from task_moves m where m.change_id = a.id) as moved from applied a order by a.id`);
  for (const [chain, group] of Map.groupBy(rows, (row) => row.chain)) await appendAudit(tx, chain, { actorId: null }, now, group.map(entryOf));
  await notifyAll(tx, rows.filter((row) => row.reportedBy !== null && row.moved > 0).map((row) => ({ employeeId: String(row.reportedBy), kind: 'change.applied', link: `/changes/${row.id}` })));
  return rows.length;
}

const entryOf = ({ id, kind, policies, processes, moved }: Finished): AuditSpec => ({ action: 'orgChange.applied', object: id, after: { kind, policies, processes, moved } });
