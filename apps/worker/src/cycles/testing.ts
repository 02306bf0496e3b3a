import type { CreateCycle } from '@fairmark/contracts/cycles';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { referencePlan } from '@fairmark/domain/plans';
import { createCycle, launchCycle } from '@fairmark/persistence/cycles';
import type { Database } from '@fairmark/persistence/database';
import { storeVersion } from '@fairmark/persistence/plans';
import type { TestCompany } from '@fairmark/persistence/testing';

/** A population that does not narrow. */
export const everybody: CreateCycle['population'] = { departmentIds: [], positions: [], regions: [], communityTypes: [], employeeIds: [], exclude: [] };

export interface TestCycle {
  document?: PlanDocument;
  cycle?: Partial<CreateCycle>;
  expectedPeople: number;
  now: string;
}

/** Uploads a plan, drafts a cycle for everybody but the executive and decides its launch; its process has yet to run. Answers the cycle's id. */
export async function launchTestCycle(database: Database, company: TestCompany, given: TestCycle): Promise<string> {
  const [actorId] = company.hr;
  return database.transaction(async (tx) => {
    const { versionId } = await storeVersion(tx, { document: given.document ?? referencePlan, findings: [], overrides: [], actorId });
    const body = { name: { zh: '测试周期' }, planVersionId: versionId, periodStart: '2026-07-01', periodEnd: '2026-09-30', population: { ...everybody, exclude: [company.executive] }, schedule: {}, ...given.cycle };
    const cycleId = await createCycle(tx, body, { actorId, allowSeconds: true });
    await launchCycle(tx, { cycleId, actorId, expectedPeople: given.expectedPeople, now: given.now, allowSeconds: true });
    return cycleId;
  });
}
