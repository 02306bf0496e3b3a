import { createHash } from 'node:crypto';
import type { OrgEvent } from '@fairmark/domain/changes';
import { appendAudit } from '../audit/index.js';
import { sql, type Executor } from '../database/index.js';

/** Where events come from; `today` is the day of those that name none. */
export interface Registering {
  source: 'hr' | 'import';
  /** Prefix of the keys: the same event under the same prefix is one. */
  origin: string;
  importId: string | null;
  by: string | null;
  at: string;
  today: string;
  reason?: string | null;
  successorId?: string | null;
  /** The key of a single event, when whoever reports it names one. */
  key?: string;
}

/** Records events, once each. Answers the ids of the new ones; late joiners count only while a cycle runs that they could be in. */
export async function registerChanges(tx: Executor, events: readonly OrgEvent[], registering: Registering): Promise<string[]> {
  const { source, importId, by, at, today, reason = null, successorId = null } = registering;
  const rows = (await sinceCyclesRun(tx, events)).map((event) => ({ ...event, effectiveOn: event.effectiveOn || today, key: registering.key ?? keyOf(registering.origin, event) }));
  if (rows.length === 0) return [];
  const made = await tx.all(sql<{ id: string }>`
    insert into org_changes (key, kind, source, import_id, employee_id, from_manager_id, to_manager_id, from_department_id, to_department_id, people, successor_id, effective_on, ends_on, reason, made_by, created_at)
    select r.key, r.kind, ${source}, ${importId}::uuid, e.id, f.id, t.id, d.id, i.id, array(select x.id from jsonb_array_elements_text(r.people) n join employees x on x.number = n), ${successorId}::uuid, r."effectiveOn", r.until, ${reason}, ${by}::uuid, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(key text, kind text, number text, "fromManager" text, "toManager" text, "fromDepartment" text, "toDepartment" text, "effectiveOn" date, until date, people jsonb)
    left join employees e on e.number = r.number left join employees f on f.number = r."fromManager" left join employees t on t.number = r."toManager"
    left join departments d on d.code = r."fromDepartment" left join departments i on i.code = r."toDepartment"
    on conflict (key) do nothing returning id`);
  if (made.length > 0) await appendAudit(tx, `org/changes/${importId ?? made[0]?.id}`, { actorId: by }, at, [{ action: 'orgChanges.registered', object: importId ?? String(made[0]?.id), after: { source, changes: made.length } }]);
  return made.map((row) => row.id);
}

const keyOf = (origin: string, event: OrgEvent): string => `${origin}/${createHash('sha256').update(JSON.stringify(event)).digest('hex').slice(0, 32)}`;

/** Events without joiners whom no cycle that runs could take in: a first import has thousands of them. */
export async function sinceCyclesRun(tx: Executor, events: readonly OrgEvent[]): Promise<OrgEvent[]> {
  if (!events.some((event) => event.kind === 'joinedLate')) return [...events];
  const cycles = await tx.all(sql<{ from: string; to: string }>`select period_start as "from", period_end as "to" from cycles where state in ('launching', 'running')`);
  return events.filter((event) => event.kind !== 'joinedLate' || cycles.some((cycle) => cycle.from < event.effectiveOn && event.effectiveOn <= cycle.to));
}
