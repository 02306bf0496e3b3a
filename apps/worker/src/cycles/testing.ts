import type { CreateCycle } from '@fairmark/contracts/cycles';
import type { PlanDocument, StepRule } from '@fairmark/contracts/plans';
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

const seconds = (n: number): StepRule => ({ duration: { n, unit: 'second' }, remindBefore: [], timeout: { kind: 'default' } });

/** A year whose period ends at once and whose results need no waiting, for reviews that run on a real server. */
export const shortYear = {
  people: 1,
  steps: { publicationLead: { ...seconds(1), timeout: { kind: 'escalate' } }, acknowledgement: seconds(6), interviewFloor: { ...seconds(1), timeout: { kind: 'escalate' } } },
  cycle: { periodStart: '2026-01-01', periodEnd: '2026-12-31', schedule: { period: { after: { n: 1, unit: 'second' } } } },
} as const;
