import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { workflowId } from '@fairmark/contracts/process';
import { loadCycle } from '@fairmark/persistence/cycles';
import { sql, type Database } from '@fairmark/persistence/database';
import { createTestCompany, type TestCompany } from '@fairmark/persistence/testing';
import { allHandlers } from '../rules.js';
import { startTestProcesses, type TestProcesses } from '../testing/index.js';
import { CycleActivities } from './index.js';
import { launchTestCycle } from './testing.js';

const now = '2026-07-01T02:00:00.000Z';
/** 300 operators, 38 leads, 3 heads, 2 of HR. */
const PEOPLE = 343;

let processes: TestProcesses;
let database: Database;
let company: TestCompany;

const activities = (database: Database, beat: (progress: { started: number }) => void = () => undefined, signal = new AbortController().signal) => new CycleActivities(database, () => ({ beat, signal }), () => now);
const counts = async (cycleId: string) => {
  const row = await database.read.one(sql<Record<string, number>>`
    select (select count(*)::integer from reviews where cycle_id = ${cycleId}) as reviews, (select count(distinct employee_id)::integer from reviews where cycle_id = ${cycleId}) as people,
      (select count(*)::integer from processes p join reviews r on r.id = p.ref_id where r.cycle_id = ${cycleId}) as processes,
      (select count(*)::integer from outbox o where o.channel = 'start' and o.body ->> 'workflowId' like ${`review/${cycleId}/%`}) as starts`);
  return row;
};
const whole = { reviews: PEOPLE, people: PEOPLE, processes: PEOPLE, starts: PEOPLE };

beforeAll(async () => {
  processes = await startTestProcesses(allHandlers, now);
  ({ database } = processes);
  company = await createTestCompany(database, { operators: 300 });
});
afterAll(() => processes.stop());
// Here only rows are made; opening the reviews is another test's business.
afterEach(() => database.read.run(sql`update outbox set relayed_at = now() where relayed_at is null`));

describe('launching reviews', () => {
  it('breaks off in the middle, twice at once, and again: still one review per person', async () => {
    const cycleId = await launchTestCycle(database, company, { expectedPeople: PEOPLE, now });
    const id = workflowId.cycle(cycleId);
    await processes.driver.drain();
    const stop = new AbortController();
    await expect(activities(database, () => stop.abort(), stop.signal).launchReviews({ workflowId: id })).rejects.toThrow('aborted');
    const left = (await counts(cycleId))?.['reviews'] ?? 0;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(PEOPLE);
    expect(await loadCycle(database.read, cycleId)).toMatchObject({ state: 'launching', startedCount: left });
    await Promise.all([activities(database).launchReviews({ workflowId: id }), activities(database).launchReviews({ workflowId: id })]);
    await activities(database).launchReviews({ workflowId: id });
    expect(await counts(cycleId)).toEqual(whole);
    expect(await loadCycle(database.read, cycleId)).toMatchObject({ state: 'running', startedCount: PEOPLE, openCount: PEOPLE });
    expect(await processes.driver.process(id)).toMatchObject({ step: 'running', state: 'open' });
    const launched = await database.read.all(sql`select 1 from audit.entries where chain = ${id} and action = 'cycle.launched'`);
    expect(launched).toHaveLength(1);
  });

  it('goes on after its connection was killed inside a page', async () => {
    const cycleId = await launchTestCycle(database, company, { expectedPeople: PEOPLE, now, cycle: { periodStart: '2026-10-01', periodEnd: '2026-12-31' } });
    const id = workflowId.cycle(cycleId);
    await processes.driver.drain();
    // A trigger ends the backend after 150 inserts, as a SIGKILL of the worker would.
    const owner = processes.db.ownerUrl;
    await withOwner(owner, `create table killed (n integer); insert into killed values (0);
      create function die() returns trigger language plpgsql as $$ begin update killed set n = n + 1; if (select n from killed) = 1 then perform pg_terminate_backend(pg_backend_pid()); end if; return new; end $$;
      create trigger die after insert on review_segments for each statement execute function die(); grant select, update on killed to fairmark_app`);
    await expect(activities(database).launchReviews({ workflowId: id })).rejects.toThrow();
    await withOwner(owner, 'drop trigger die on review_segments');
    await activities(database).launchReviews({ workflowId: id });
    expect(await counts(cycleId)).toEqual(whole);
    expect(await loadCycle(database.read, cycleId)).toMatchObject({ state: 'running', startedCount: PEOPLE, openCount: PEOPLE });
  });
});

async function withOwner(url: string, statement: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
