import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@fairmark/persistence/testing';
import pg from 'pg';
import { CHECKS, figuresOf, violationsOf } from '@fairmark/tools/demo/check/index.mjs';
import { command, insertCourse, updateIdOf, type Decision } from './course.js';
import { at, insert, insertCycle, type FinishedCycle } from './finishedCycle.js';
import { insertResults } from './results.js';

let home: TestDatabase;
let client: pg.Client;
let cycle: FinishedCycle;
let decisions: Decision[];
let exchanges: ReturnType<typeof exchangeOf>[];
/** What Temporal knows of a workflow, when it differs from the record. */
let stands: Map<string, { status: string; result: unknown; position: unknown }>;
let forgotten: Set<string>;

beforeAll(async () => {
  home = await createTestDatabase();
  client = new pg.Client({ connectionString: home.ownerUrl });
  await client.connect();
  const inserted = await insertCycle(client);
  cycle = inserted;
  decisions = await insertCourse(client, inserted);
  await insertResults(client, inserted);
});
afterAll(async () => {
  await client.end();
  await home.drop();
});
beforeEach(async () => {
  exchanges = decisions.map(exchangeOf);
  [stands, forgotten] = [new Map(), new Set()];
  await client.query('begin');
});
afterEach(() => client.query('rollback'));

function exchangeOf({ actorId, visitId, action, key, outcome }: Decision) {
  return { at: at(1), actorId, method: 'POST', path: `/api/visits/${visitId}/${action}`, key, body: {}, status: 200, answer: { status: 'applied', outcome, details: {} } as unknown, ms: 5 };
}

const read = async (query: string, values: unknown[] = []) => (await client.query(query, values)).rows;
const outcomeOf = async (workflowId: string): Promise<unknown> => (await read('select outcome from processes where workflow_id = $1', [workflowId]))[0]?.outcome;
const facts = () => ({
  cycleId: cycle.cycleId, exchanges, read,
  temporal: {
    stand: async (workflowId: string) => stands.get(workflowId) ?? { status: 'COMPLETED', result: await outcomeOf(workflowId), position: null },
    history: () => Promise.resolve({ events: 90, updateIds: new Set(decisions.map(updateIdOf).filter((id) => !forgotten.has(id))) }),
  },
});
const namesOf = async (): Promise<string[]> => [...new Set((await violationsOf(facts())).map(({ name }) => name))].sort();
const decisionOf = (action: string): Decision => decisions.find((decision) => decision.action === action) as Decision;

it('finds nothing wrong with a sound cycle', async () => {
  expect(await violationsOf(facts())).toEqual([]);
  expect(await figuresOf(facts())).toMatchObject({ employees: 2, launched: 2, closed: 2, appeals: { filed: 1, adjusted: 1, withdrawn: 0 }, audit: { entries: 3, verified: true }, historyEvents: { p50: 90, max: 90 } });
});

/** One way in which each class of violation shows, planted into the sound cycle. */
const plants: [keyof typeof CHECKS, string, () => Promise<unknown>][] = [
  ['acknowledgedDecisionMissing', 'a decision that PostgreSQL lost', () => client.query('delete from commands where update_id = $1', [updateIdOf(decisionOf('approve'))])],
  ['acknowledgedDecisionMissing', 'a decision that the workflow lost', async () => forgotten.add(updateIdOf(decisionOf('approve')))],
  ['acknowledgedDecisionMissing', 'another outcome than the answer', () => client.query(`update commands set answer = '{"status":"applied","outcome":"returned"}' where update_id = $1`, [updateIdOf(decisionOf('approve'))])],
  ['decisionAppliedTwice', 'a check-in that nobody asked for', () => insert(client, 'check_ins', { review_id: cycle.reviews.colleague.id, author_id: cycle.manager, note: 'n' })],
  ['illegalStep', 'scoring that ended by itself', () => client.query(`update visits set closed_by = null, outcome = 'expired' where workflow_id = $1 and step = 'scoring'`, [cycle.reviews.colleague.workflowId])],
  ['illegalStep', 'a result before the publication', () => client.query(`update visits set opened_at = $2 where workflow_id = $1 and step = 'acknowledgement'`, [cycle.reviews.colleague.workflowId, at(10)])],
  ['notOneFinalScore', 'a second computed rating', () => insert(client, 'ratings', { review_id: cycle.reviews.colleague.id, no: 2, source: 'computed', total_centi: 8_000, band: 'B', created_at: at(10) })],
  ['notOneFinalScore', 'a band that does not fit the total', () => client.query(`update ratings set band = 'A' where review_id = $1`, [cycle.reviews.colleague.id])],
  ['actorIsSubject', 'somebody who scored the own review', () => client.query(`update visits set closed_by = subject_id where workflow_id = $1 and step = 'scoring'`, [cycle.reviews.colleague.workflowId])],
  ['panelMeetsScorer', 'the scorer as an alternate', () => insert(client, 'appeal_seats', { appeal_id: cycle.appealId, level: 1, employee_id: cycle.manager, seat: 'alternate', state: 'waiting', created_at: at(33) })],
  ['distributionMismatch', 'a person without a session', () => client.query('delete from calibration_subjects where review_id = $1', [cycle.reviews.colleague.id])],
  ['distributionMismatch', 'a page that does not add up', async () => exchanges.push(pageOfSession())],
  ['othersChangedByAppeal', "a colleague's rating after the appeal", () => insert(client, 'ratings', { review_id: cycle.reviews.colleague.id, no: 2, source: 'appeal', total_centi: 7_000, band: 'D', created_at: at(41) })],
  ['othersChangedByAppeal', 'a share of the team that was split anew', () => client.query('update reward_pool_shares set created_at = $1', [at(41)])],
  ['mailDoubledOrMissing', 'a mail too many', () => client.query(`insert into outbox (channel, body, relayed_at) select channel, body, null from outbox limit 1`)],
  ['mailDoubledOrMissing', 'a reminder that no digest takes up', () => client.query(`insert into notices (employee_id, kind, link, visit_id) select s.employee_id, 'reminder.selfReview', '/visits/' || v.id, v.id from (select employee_id from notices limit 1) s, (select id from visits limit 1) v`)],
  ['mailDoubledOrMissing', 'a mail that never left', () => client.query('delete from deliveries where outbox_id = (select max(id) from outbox)')],
  ['auditFails', 'an altered entry', () => client.query(`update audit.entries set actor = 'somebody' where seq = 2`)],
  ['auditFails', 'a last entry that is gone', () => client.query('delete from audit.entries where seq = 3')],
  ['disagreement', 'a workflow that still runs', async () => stands.set(`appeal/${cycle.appealId}`, { status: 'RUNNING', result: null, position: null })],
  ['disagreement', 'a command that nobody confirmed', () => client.query('update commands set confirmed_at = null where update_id = $1', [updateIdOf(decisionOf('approve'))])],
];

function pageOfSession() {
  const distribution = { headCount: 2, rated: 1, unscored: 0, notRated: 0, deferred: 0, shadow: 0, bands: [{ band: 'B', count: 1 }] };
  return { ...exchangeOf(decisions[0] as Decision), method: 'GET', path: `/api/calibration/${cycle.sessionId}`, key: '', answer: { state: 'signedOff', distribution } };
}

describe('names what was planted', () => {
  test.each(plants)('%s: %s', async (name, _what, plant) => {
    await plant();
    expect(await namesOf()).toEqual([name]);
  });

  it('and nothing when old messages were taken out of the outbox', async () => {
    await client.query('delete from deliveries');
    await client.query('delete from outbox');
    await client.query(`insert into outbox_purges values (current_date, now() + interval '1 minute', 1)`);
    expect(await namesOf()).toEqual([]);
  });

  it('for every class', () => {
    expect([...new Set(plants.map(([name]) => name))].sort()).toEqual(Object.keys(CHECKS).sort());
  });

  it('twice applied, when a key was recorded for two acts', async () => {
    await command(client, { ...decisionOf('approve'), action: 'edit' });
    expect(await namesOf()).toContain('decisionAppliedTwice');
  });
});
