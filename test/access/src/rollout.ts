import { sql, type Database } from '@fairmark/persistence/database';
import type { World } from './world.js';

type Objects = Pick<World['objects'], 'rollout' | 'pilot' | 'wave' | 'pdcaQuarter'>;
type Statement = Parameters<Database['read']['one']>[0];

/** A rollout of the plan with one child of each kind; the department head's department is concerned. */
export async function addRollout({ read }: Database, people: World['people'], { plan, version, department }: { plan: string; version: string; department: string }): Promise<Objects> {
  const add = async (statement: Statement): Promise<string> => ((await read.one(statement)) as { id: string }).id;
  const rollout = await add(sql`
    insert into rollouts (name, plan_id, plan_version_id, workflow_id, sponsor_id, lead_id, department_ids, settings, starts_on, created_by)
    values ('r', ${plan}, ${version}, 'rollout/w', ${people.sponsorOf}, ${people.leadOf}, array[${department}::uuid], '{}', '2026-01-01', ${people.leadOf}) returning id`);
  await read.run(sql`insert into rollout_team (rollout_id, employee_id, area) values (${rollout}, ${people.teamOf}, 'operations')`);
  const pilot = await add(sql`insert into pilots (rollout_id, no, workflow_id, started_at) values (${rollout}, 1, 'rollout/w/pilot/1', now()) returning id`);
  const wave = await add(sql`insert into waves (rollout_id, no, name, workflow_id, started_at) values (${rollout}, 1, 'w', 'rollout/w/wave/1', now()) returning id`);
  const pdcaQuarter = await add(sql`insert into pdca_quarters (rollout_id, quarter, starts_on, workflow_id, started_at) values (${rollout}, '2026Q1', '2026-01-01', 'rollout/w/pdca/2026Q1', now()) returning id`);
  for (const [workflow, kind, ref] of [['rollout/w', 'rollout', rollout], ['rollout/w/pilot/1', 'pilot', pilot], ['rollout/w/wave/1', 'wave', wave], ['rollout/w/pdca/2026Q1', 'pdcaQuarter', pdcaQuarter]] as const) {
    await read.run(sql`insert into processes (workflow_id, kind, ref_id, step) values (${workflow}, ${kind}, ${ref}, 'x')`);
    await read.run(sql`insert into visits (workflow_id, step, no, opened_at) values (${workflow}, 'any', 1, now())`);
  }
  return { rollout, pilot, wave, pdcaQuarter };
}
