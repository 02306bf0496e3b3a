import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PilotView } from '@fairmark/contracts/pilots';
import { workflowId } from '@fairmark/contracts/process';
import { referencePlan } from '@fairmark/domain/plans';
import { sql } from '@fairmark/persistence/database';
import { candidatesOf, freezeCohort } from '@fairmark/persistence/pilots';
import { storeVersion } from '@fairmark/persistence/plans';
import { type Agent, startTestApi, type TestApi } from '../testing/index.js';
import { PilotsModule } from './pilots.module.js';

let api: TestApi;
let lead: Agent;
const [id, pilotId, communityId] = [randomUUID(), randomUUID(), randomUUID()];
beforeAll(async () => {
  api = await startTestApi({ features: [PilotsModule] });
  const leader = await api.newEmployee({ name: '负责人' });
  lead = await api.signInAs(leader);
  await api.database.transaction(async (tx) => {
    const { planId } = await storeVersion(tx, { document: { ...referencePlan, code: 'pilot-plan' }, findings: [], overrides: [], actorId: leader.id });
    await tx.run(sql`insert into rollouts (id, name, plan_id, workflow_id, sponsor_id, lead_id, settings, scope, phase, starts_on, created_by)
      values (${id}, '推广', ${planId}, ${workflowId.rollout(id)}, ${leader.id}, ${leader.id}, '{}', ${JSON.stringify({ communityIds: [communityId] })}::jsonb, 'pilot', '2026-06-01', ${leader.id})`);
    await tx.run(sql`insert into processes (workflow_id, kind, ref_id, step) values (${workflowId.rollout(id)}, 'rollout', ${id}, 'pilot')`);
    await tx.run(sql`insert into pilots (id, rollout_id, no, workflow_id, started_at) values (${pilotId}, ${id}, 1, ${workflowId.pilot(id, 1)}, '2026-11-01T00:00:00.000Z')`);
    await tx.run(sql`insert into communities (id, code, name, type, region) values (${communityId}, 'pilot-c', '内容群', 'content', 'east')`);
  });
});
afterAll(() => api.close());

test('the lead reads what may be chosen, then the frozen cohort; nobody else reads it', async () => {
  const before = (await lead.get<PilotView>(`/api/rollouts/${id}/pilots/1`)).body;
  expect(before).toMatchObject({ state: 'open', phase: 'choosing', frozenAt: null, communities: [{ id: communityId, type: 'content', profile: 'none', availability: 'none', role: null }] });
  await api.database.transaction(async (tx) => freezeCohort(tx, pilotId, (await candidatesOf(tx, [communityId], '2026-11-25')).map((candidate) => ({ ...candidate, role: 'pilot' as const })), '2026-11-25T00:00:00.000Z'));
  expect((await lead.get<PilotView>(`/api/rollouts/${id}/pilots/1`)).body).toMatchObject({ frozenAt: '2026-11-25T00:00:00.000Z', communities: [{ id: communityId, role: 'pilot' }] });
  expect((await lead.get(`/api/rollouts/${id}/pilots/2`)).status).toBe(404);
  expect((await (await api.signInAs(await api.newEmployee())).get(`/api/rollouts/${id}/pilots/1`)).status).toBeGreaterThanOrEqual(403);
});
