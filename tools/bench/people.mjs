import { createHash, createHmac, randomBytes } from 'node:crypto';
import { referencePlan } from '@fairmark/domain/plans';
import { createCycle } from '@fairmark/persistence/cycles';
import { sql } from '@fairmark/persistence/database';
import { startSession } from '@fairmark/persistence/identity';
import { storeVersion } from '@fairmark/persistence/plans';
import { createTestCompany } from '@fairmark/persistence/testing';
import { APPROVALS } from './approvalChain.mjs';

/** People who are not operators or their leads: three heads, two of HR. */
const OTHERS = 5;
const TEAM = 8;

/** A company in which about `reviews` people have a review. Who approves in the chain works there too. */
export async function makeCompany(database, reviews) {
  const operators = Math.max(APPROVALS, Math.round(((reviews - OTHERS) * TEAM) / (TEAM + 1)));
  const company = await createTestCompany(database, { operators });
  return { ...company, approvers: company.operators.slice(0, APPROVALS), reviews: operators + Math.ceil(operators / TEAM) + OTHERS };
}

/** A drafted cycle of one quarter for everybody but the executive. Quarters of one plan line do not overlap, so each round has its own. */
export async function draftCycle(database, company, round) {
  const [actorId] = company.hr;
  const [year, month] = [2030 + Math.floor(round / 4), (round % 4) * 3];
  const day = (monthIndex, date) => new Date(Date.UTC(year, monthIndex, date)).toISOString().slice(0, 10);
  return database.transaction(async (tx) => {
    const { versionId } = await storeVersion(tx, { document: referencePlan, findings: [], overrides: [], actorId });
    const population = { departmentIds: [], positions: [], regions: [], communityTypes: [], employeeIds: [], exclude: [company.executive] };
    const cycle = { name: { zh: `测量${round}` }, planVersionId: versionId, periodStart: day(month, 1), periodEnd: day(month + 3, 0), population, schedule: {} };
    return createCycle(tx, cycle, { actorId, allowSeconds: true });
  });
}

/** A session to which supplementary ones can be added: the API asks for the object behind a visit. */
export async function makeSession(database, company) {
  const cycleId = await draftCycle(database, company, 0);
  const row = await database.read.one(sql`
    insert into calibration_sessions (cycle_id, department_id, chair_id, workflow_id) values (${cycleId}, ${company.departments[0]}, ${company.hr[0]}, 'calibration/bench') returning id`);
  return row.id;
}

/** Headers of a signed-in browser, as the API makes them. */
export async function signIn(database, employeeId, sessionSecret) {
  const secret = randomBytes(32).toString('base64url');
  await startSession(database.read, createHash('sha256').update(secret).digest('hex'), employeeId);
  const token = createHmac('sha256', sessionSecret).update(`csrf\n${secret}`).digest('base64url');
  return { cookie: `fairmark_session=${secret}`, 'x-csrf-token': token, 'content-type': 'application/json' };
}
