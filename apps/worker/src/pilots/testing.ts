import { randomUUID } from 'node:crypto';
import { workflowId } from '@fairmark/contracts/process';
import { referencePlan } from '@fairmark/domain/plans';
import { sql, type Database } from '@fairmark/persistence/database';
import { storeVersion } from '@fairmark/persistence/plans';
import { addEmployee } from '../testing/people.js';

export interface TestPilot {
  id: string;
  leadId: string;
  workflow: string;
  communityIds: string[];
}

/** A rollout with a first pilot and communities of three types, two thirds of them with an experienced operator. */
export async function addTestPilot(database: Database, { communities = 18, ...pilots }: { communities?: number } & Record<string, unknown> = {}): Promise<TestPilot> {
  const { read } = database;
  const leadId = await addEmployee(read, { name: '项目负责人' });
  const document = { ...referencePlan, code: `p-${randomUUID().slice(0, 8)}` };
  const { versionId } = await database.transaction((tx) => storeVersion(tx, { document, findings: [], overrides: [], actorId: leadId }));
  const communityIds: string[] = [];
  for (let index = 0; index < communities; index += 1) {
    const id = randomUUID();
    await read.run(sql`insert into communities (id, code, name, type, region, active_users) values (${id}, ${`t-${id.slice(0, 8)}`}, '社群', ${['content', 'transaction', 'service'][index % 3]}, 'east', ${1_000 + index})`);
    await read.run(sql`insert into community_assignments (employee_id, community_id, valid_from) values (${leadId}, ${id}, ${index < (communities * 2) / 3 ? '2024-01-01' : '2026-10-01'})`);
    communityIds.push(id);
  }
  const [rolloutId, id] = [randomUUID(), randomUUID()];
  await read.run(sql`
    insert into rollouts (id, name, plan_id, plan_version_id, workflow_id, sponsor_id, lead_id, settings, scope, phase, starts_on, created_by)
    select ${rolloutId}, '推广', plan_id, id, ${workflowId.rollout(rolloutId)}, ${leadId}, ${leadId}, ${JSON.stringify({ pilots })}::jsonb, ${JSON.stringify({ communityIds })}::jsonb, 'pilot', '2026-06-01', ${leadId} from plan_versions where id = ${versionId}`);
  await read.run(sql`insert into processes (workflow_id, kind, ref_id, step) values (${workflowId.rollout(rolloutId)}, 'rollout', ${rolloutId}, 'pilot')`);
  const workflow = workflowId.pilot(rolloutId, 1);
  await read.run(sql`insert into pilots (id, rollout_id, no, workflow_id, plan_version_id, started_at) values (${id}, ${rolloutId}, 1, ${workflow}, ${versionId}, '2027-01-04T02:00:00.000Z')`);
  return { id, leadId, workflow, communityIds };
}
