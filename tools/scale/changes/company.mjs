import { setTimeout as sleep } from 'node:timers/promises';
import { referencePlan } from '@fairmark/domain/plans';
import { createCycle, launchCycle } from '@fairmark/persistence/cycles';
import { sql } from '@fairmark/persistence/database';
import { storeVersion } from '@fairmark/persistence/plans';
import { createTestCompany } from '@fairmark/persistence/testing';

const TEAM = 8;
const LOOK_EVERY_MS = 250;

/** Asks again and again until it holds; says now and then how far it is. */
export async function until(what, holds, say = () => undefined) {
  for (let looks = 0; ; looks += 1) {
    const { done, seen } = await holds();
    if (done) return;
    if (looks % 40 === 0) say(`${what}: ${seen}`);
    await sleep(LOOK_EVERY_MS);
  }
}

/** A company of `people` people: one executive, two of HR, heads of departments, leads, and operators. */
export function makeCompany(database, people) {
  const departments = Math.max(2, Math.round(people / 118));
  const operators = Math.floor(((people - 3 - departments) * TEAM) / (TEAM + 1));
  return createTestCompany(database, { operators, departments });
}

/** A cycle for everybody in which the managers draft goals at once: every review waits for the manager of the person. */
export async function openReviews(database, company, say) {
  const steps = { ...referencePlan.steps, goalProposal: { ...referencePlan.steps.goalProposal, duration: { n: 1, unit: 'second' }, remindBefore: [] } };
  const [actorId] = company.hr;
  const now = new Date();
  const day = (month, date) => new Date(Date.UTC(now.getUTCFullYear(), month, date)).toISOString().slice(0, 10);
  const cycleId = await database.transaction(async (tx) => {
    const { versionId } = await storeVersion(tx, { document: { ...referencePlan, steps }, findings: [], overrides: [], actorId });
    const population = { departmentIds: [], positions: [], regions: [], communityTypes: [], employeeIds: [], exclude: [company.executive] };
    const month = now.getUTCMonth();
    return createCycle(tx, { name: { zh: '组织变更' }, planVersionId: versionId, periodStart: day(month - 2, 1), periodEnd: day(month + 4, 0), population, schedule: {} }, { actorId, allowSeconds: true });
  });
  const expectedPeople = (await database.read.one(sql`select count(*)::integer as n from employees`)).n - 1;
  await database.transaction((tx) => launchCycle(tx, { cycleId, actorId, expectedPeople, now: now.toISOString(), allowSeconds: true }));
  await until('reviews that wait for a manager', async () => {
    const { n } = await database.read.one(sql`select count(*)::integer as n from visits where step = 'goalDrafting' and state = 'open'`);
    return { done: n === expectedPeople, seen: `${n} of ${expectedPeople}` };
  }, say);
  return expectedPeople;
}
