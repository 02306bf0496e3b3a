import { workflowId } from '@fairmark/contracts/process';
import type { Database } from '@fairmark/persistence/database';
import { createTestCompany, type TestCompany } from '@fairmark/persistence/testing';
import { allHandlers } from '../rules.js';
import { startTestProcesses, type ProcessDriver } from '../testing/index.js';
import { CycleActivities } from './activities.js';
import { launchTestCycle } from './testing.js';

/** People of the company without its executive, enough for acts that need a second person. */
export const PEOPLE = 32;
export const START = '2026-07-01T02:00:00.000Z';

/** A company in which one cycle after the other is launched, for tests of acts on many people. */
export interface ManyPeople {
  database: Database;
  driver: ProcessDriver;
  company: TestCompany;
  activities: CycleActivities;
  /** Launches a cycle for everybody, a year after the last one: the plan line allows one period per person. */
  launch(): Promise<{ cycleId: string; id: string }>;
  stop(): Promise<void>;
}

export async function startManyPeople(): Promise<ManyPeople> {
  const { database, driver, stop } = await startTestProcesses(allHandlers, START);
  const company = await createTestCompany(database);
  const activities = new CycleActivities(database, () => ({ beat: () => undefined, signal: new AbortController().signal }), () => driver.now);
  let year = 2026;
  const launch = async () => {
    driver.now = START;
    const cycleId = await launchTestCycle(database, company, { expectedPeople: PEOPLE, now: START, cycle: { periodStart: `${year}-07-01`, periodEnd: `${year}-09-30` } });
    year += 1;
    const id = workflowId.cycle(cycleId);
    await driver.drain();
    await activities.launchReviews({ workflowId: id });
    await driver.drain();
    return { cycleId, id };
  };
  return { database, driver, company, activities, launch, stop };
}
