import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BenefitList, BenefitsMade } from '@fairmark/contracts/benefits';
import type { QuarterList, QuarterView } from '@fairmark/contracts/pdca';
import { workflowId } from '@fairmark/contracts/process';
import { referencePlan } from '@fairmark/domain/plans';
import { sql } from '@fairmark/persistence/database';
import { insertQuarter } from '@fairmark/persistence/pdca';
import { storeVersion } from '@fairmark/persistence/plans';
import { BenefitsModule } from '../benefits/benefits.module.js';
import { type Agent, startTestApi, type TestApi, type TestEmployee } from '../testing/index.js';
import { PdcaModule } from './pdca.module.js';

let api: TestApi;
let leader: TestEmployee;
let [lead, stranger]: Agent[] = [];
const id = randomUUID();
beforeAll(async () => {
  api = await startTestApi({ features: [PdcaModule, BenefitsModule] });
  leader = await api.newEmployee({ name: '负责人' });
  lead = await api.signInAs(leader);
  stranger = await api.signInAs(await api.newEmployee());
  await api.database.transaction(async (tx) => {
    const { planId, versionId } = await storeVersion(tx, { document: { ...referencePlan, code: 'pdca-plan' }, findings: [], overrides: [], actorId: leader.id });
    await tx.run(sql`insert into rollouts (id, name, plan_id, plan_version_id, workflow_id, sponsor_id, lead_id, settings, phase, starts_on, created_by)
      values (${id}, '推广', ${planId}, ${versionId}, ${workflowId.rollout(id)}, ${leader.id}, ${leader.id}, '{}', 'optimise', '2026-06-01', ${leader.id})`);
    await tx.run(sql`insert into processes (workflow_id, kind, ref_id, step) values (${workflowId.rollout(id)}, 'rollout', ${id}, 'optimise')`);
    await insertQuarter(tx, { rolloutId: id, quarter: '2027Q1', startsOn: '2027-01-01', workflowId: workflowId.pdcaQuarter(id, '2027Q1') }, '2027-01-01T00:00:00.000Z');
  });
});
afterAll(() => api.close());

describe('quarters', () => {
  test('are listed and read with limits and the live measures of the five dimensions', async () => {
    expect((await (lead as Agent).get<QuarterList>(`/api/rollouts/${id}/pdca`)).body.quarters).toMatchObject([{ quarter: '2027Q1', state: 'open', adjustments: 0 }]);
    const { body } = await (lead as Agent).get<QuarterView>(`/api/rollouts/${id}/pdca/2027Q1`);
    expect(body).toMatchObject({ limits: { movedBpPerSheet: 2_000, replacedPerSheet: 2 }, versions: [], visits: [] });
    expect(body.dimensions.map(({ dimension, readings }) => [dimension, readings.length > 0])).toEqual(['efficiency', 'ability', 'longTermValue', 'acceptance', 'sustainability'].map((dimension) => [dimension, true]));
  });

  test('that do not exist are not found; strangers see none', async () => {
    expect((await (lead as Agent).get(`/api/rollouts/${id}/pdca/2030Q1`)).status).toBe(404);
    expect((await (lead as Agent).get(`/api/rollouts/${id}/pdca/soon`)).status).toBe(400);
    expect((await (stranger as Agent).get(`/api/rollouts/${id}/pdca`)).status).toBe(403);
  });
});

describe('benefits', () => {
  test('start from the reference effects, each once, and overdue ones name who answers', async () => {
    const wish = { ownerId: leader.id, promisedOn: '2026-01-31' };
    expect((await (lead as Agent).post<BenefitsMade>(`/api/rollouts/${id}/benefits/start-set`, wish)).body.ids).toHaveLength(7);
    expect((await (lead as Agent).post<BenefitsMade>(`/api/rollouts/${id}/benefits/start-set`, wish)).body.ids).toEqual([]);
    const { benefits } = (await (lead as Agent).get<BenefitList>(`/api/rollouts/${id}/benefits`)).body;
    expect(benefits).toHaveLength(7);
    expect(benefits.every(({ state, owner }) => state === 'overdue' && owner.name === '负责人')).toBe(true);
  });

  test('without a measure are read by people who name the source; the first value is the start', async () => {
    const made = (await (lead as Agent).post<BenefitsMade>(`/api/rollouts/${id}/benefits`, { title: '客服响应', kind: 'relative', change: '-0.2', promisedOn: '2099-01-31', ownerId: leader.id })).body.ids[0];
    const enter = async (value: string, readOn: string) => (await (lead as Agent).post<BenefitList>(`/api/rollouts/${id}/benefits/${made}/readings`, { value, readOn, sampleSize: 20, source: '客服系统月报' })).body.benefits.find((benefit) => benefit.id === made);
    expect(await enter('10', '2027-01-31')).toMatchObject({ baseline: '10', state: 'underWay', achieved: '0' });
    expect(await enter('7.9', '2027-02-28')).toMatchObject({ state: 'reached', achieved: '-0.21', latest: { value: '7.9', source: '客服系统月报' } });
    expect((await (stranger as Agent).get(`/api/rollouts/${id}/benefits`)).status).toBe(403);
  });
});
