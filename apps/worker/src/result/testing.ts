import { sql, type Database } from '@fairmark/persistence/database';
import { publishInstant, requestPublication } from '@fairmark/persistence/publications';
import { everybody, startSessions } from '../calibration/testing.js';
import { loadReview, type Review } from '../reviews/review.js';
import type { ReviewPart } from '../reviews/handlers.js';
import type { DepartmentShape, ProcessDriver, TestDepartment } from '../testing/index.js';

export const interview = { heldOn: '2026-09-04', text: '谈了结果与改进', actions: [{ text: '每周复盘', ownerId: '00000000-0000-7000-8000-000000000001', dueOn: '2026-12-01' }] };

/** Small departments from the sign-off to the end of their results, on one database. */
export interface Results {
  driver: ProcessDriver;
  database: Database;
  /** Signed off; the clock stands on Tuesday 1 September 2026, 09:00 in Shanghai. */
  calibrated(shape?: DepartmentShape): Promise<TestDepartment>;
  /** HR publishes; answers the instant. */
  request(d: TestDepartment): Promise<string>;
  published(shape?: DepartmentShape): Promise<TestDepartment>;
  /** Open visit of a person in a step. */
  visitOf(d: TestDepartment, person: string, step: string): Promise<string>;
  /** The chair asks for the sign-off and gives it. */
  signOff(d: TestDepartment): Promise<void>;
  /** The interview is recorded by both. */
  hold(d: TestDepartment, manager: string, person: string): Promise<void>;
  review(d: TestDepartment, person: string): Promise<Review>;
  lastAct(d: TestDepartment, person: string): Promise<{ act: string; at: string; recordedAs: string } | undefined>;
  /** Each test owns the clock: timers that another test left behind must not fire in it. */
  forgetTimers(): Promise<unknown>;
  stop(): Promise<void>;
}

export async function startResults(...parts: ReviewPart[]): Promise<Results> {
  const sessions = await startSessions(...parts);
  const { driver, database } = sessions;
  const calibrated: Results['calibrated'] = async (shape) => {
    driver.now = '2026-09-01T01:00:00.000Z';
    const d = await sessions.scored({ reports: 1, ...shape });
    for (const person of everybody(d)) await database.read.run(sql`insert into reward_bases (cycle_id, employee_id, base_cents) values (${d.cycleId}, ${person}, 1000000)`);
    await sessions.signOff(d);
    return d;
  };
  const request: Results['request'] = async (d) => {
    const publishAt = await database.transaction(async (tx) => {
      const slot = await publishInstant(tx, await loadReview(tx, d.reviewOf(d.managers[0]).id), driver.now);
      await requestPublication(tx, { cycleId: d.cycleId, departmentId: d.departmentId, costCents: 4_000_000, requestedBy: d.hr, managersSeeAt: slot.managersSeeAt, publishAt: slot.publishAt }, driver.now);
      return slot.publishAt;
    });
    await driver.drain();
    return publishAt;
  };
  const visitOf: Results['visitOf'] = async (d, person, step) => {
    const row = await database.read.one(sql<{ id: string }>`select id from visits where workflow_id = ${d.reviewOf(person).workflowId} and step = ${step} and state = 'open'`);
    return String(row?.id);
  };
  return {
    driver, database, calibrated, request, visitOf, signOff: (d) => sessions.signOff(d), stop: () => sessions.stop(),
    published: async (shape) => {
      const d = await calibrated(shape);
      await driver.advanceTo(await request(d));
      return d;
    },
    hold: async (d, manager, person) => {
      await driver.accept(manager, await visitOf(d, person, 'interview'), 'record', interview);
      await driver.accept(person, await visitOf(d, person, 'interviewConfirmation'), 'confirm', { comment: '' });
    },
    review: (d, person) => database.transaction((tx) => loadReview(tx, d.reviewOf(person).id)),
    lastAct: (d, person) =>
      database.read.one(sql<{ act: string; at: string; recordedAs: string }>`select act, at, detail->>'recordedAs' as "recordedAs" from result_acts where review_id = ${d.reviewOf(person).id} order by at desc, id desc limit 1`),
    forgetTimers: () => database.read.run(sql`update visits set wake_at = null where wake_at is not null`),
  };
}
