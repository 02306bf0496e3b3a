import type { PilotView } from '@fairmark/contracts/pilots';
import { sql, type Executor } from '../database/index.js';
import { scopeCommunities } from '../rollouts/index.js';
import { candidatesOf } from './cohort.js';
import { pilotById } from './rows.js';

const iso = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const person = (column: string) => sql`(select jsonb_build_object('id', e.id, 'name', e.name, 'nameEn', e.name_en) from employees e where e.id = ${sql.ref(column)})`;

/** One pilot of a rollout; undefined when there is none. `readerId`: whose open tasks are marked. `date` counts for strata as long as the cohort is not frozen. */
export async function pilotView(read: Executor, { rolloutId, no, readerId, date }: { rolloutId: string; no: number; readerId: string; date: string }): Promise<PilotView | undefined> {
  const found = await read.one(sql<Pick<PilotView, 'id' | 'workflowId' | 'phase' | 'outcome'>>`
    select c.id, c.workflow_id as "workflowId", coalesce(p.step, 'choosing') as phase, c.outcome from pilots c left join processes p on p.workflow_id = c.workflow_id where c.rollout_id = ${rolloutId} and c.no = ${no}`);
  if (!found) return undefined;
  const { frozenAt, state, proposal, pausedBy, evaluation } = await pilotById(read, found.id);
  return {
    ...found, rolloutId, no, state, proposal, frozenAt, pausedBy, evaluation, communities: frozenAt ? await frozen(read, found.id) : await choosable(read, rolloutId, date),
    measures: await measuresOf(read, found.id), reviews: await reviewsOf(read, found.id), visits: await visitsOf(read, found.workflowId, readerId),
  };
}

async function choosable(read: Executor, rolloutId: string, date: string): Promise<PilotView['communities']> {
  const candidates = await candidatesOf(read, await scopeCommunities(read, { of: 'rollout', rolloutId }), date);
  const names = await read.all(sql<{ id: string; name: string; nameEn: string | null }>`select id, name, name_en as "nameEn" from communities where id = any(${candidates.map(({ id }) => id)}::uuid[])`);
  const byId = new Map(names.map((named) => [named.id, named]));
  return candidates.map(({ id, code, type, profile, availability }) => ({ id, code, type, profile, availability, name: byId.get(id)?.name ?? code, nameEn: byId.get(id)?.nameEn ?? null, role: null }));
}

const frozen = (read: Executor, pilotId: string) => read.all(sql<PilotView['communities'][number]>`
  select c.id, c.code, c.name, c.name_en as "nameEn", p.stratum ->> 'type' as type, p.stratum ->> 'profile' as profile, p.stratum ->> 'availability' as availability, p.role
  from pilot_communities p join communities c on c.id = p.community_id where p.pilot_id = ${pilotId} order by p.role desc, c.code`);

const measuresOf = (read: Executor, pilotId: string) => read.all(sql<PilotView['measures'][number]>`
  select m.key, m.min::text, m.max::text, m.baseline::text,
    coalesce((select jsonb_agg(jsonb_build_object('asOf', ${iso('r.as_of')}, 'value', r.value::text, 'sampleSize', r.sample_size, 'broken', r.broken) order by r.as_of) from pilot_readings r where r.pilot_id = m.pilot_id and r.key = m.key), '[]') as readings
  from pilot_measures m where m.pilot_id = ${pilotId} order by m.key`);

const reviewsOf = (read: Executor, pilotId: string) => read.all(sql<PilotView['reviews'][number]>`
  select r.no, r.note, r.problems, ${person('r.held_by')} as "heldBy", ${iso('r.held_at')} as "heldAt" from pilot_reviews r where r.pilot_id = ${pilotId} order by r.no`);

const visitsOf = (read: Executor, workflowId: string, readerId: string) => read.all(sql<PilotView['visits'][number]>`
  select v.id, v.step, ${iso('v.opened_at')} as "openedAt", ${iso('v.due_at')} as "dueAt", exists (select from tasks t where t.visit_id = v.id and t.state = 'open' and t.assignee_id = ${readerId}) as mine,
    coalesce((select jsonb_agg(${person('t.assignee_id')} order by t.created_at) from tasks t where t.visit_id = v.id and t.state = 'open'), '[]') as "waitsFor"
  from visits v where v.workflow_id = ${workflowId} and v.state = 'open' order by v.opened_at, v.id`);
