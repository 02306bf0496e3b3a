import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { at, insert, sha256, type FinishedCycle } from './finishedCycle.js';

type Cycle = FinishedCycle & { departmentId: string };

async function scores(client: pg.Client, { cycleId, departmentId, reviews, manager, appellant, colleague }: Cycle): Promise<void> {
  for (const [{ id }, employeeId, total] of [[reviews.appellant, appellant, 8_500], [reviews.colleague, colleague, 8_000]] as const) {
    const scoreSheetId = randomUUID();
    await insert(client, 'goal_sheets', { review_id: id, no: 1, author_id: employeeId, source: 'proposal', items: {}, state: 'agreed', created_at: at(1) });
    await insert(client, 'score_sheets', { id: scoreSheetId, review_id: id, no: 1, scorer_id: manager, items: {}, total_centi: total, band: 'B', source: 'scoring', created_at: at(9) });
    await insert(client, 'ratings', { review_id: id, no: 1, source: 'computed', total_centi: total, band: 'B', score_sheet_id: scoreSheetId, created_at: at(9) });
    await insert(client, 'reward_pool_shares', { review_id: id, cycle_id: cycleId, department_id: departmentId, cents: 100, created_at: at(30) });
  }
  await insert(client, 'result_acts', { review_id: reviews.colleague.id, act: 'deemedAccepted', at: at(50) });
  await insert(client, 'result_acts', { review_id: reviews.appellant.id, act: 'final', at: at(50) });
}

async function session(client: pg.Client, { sessionId, cycleId, departmentId, boss, manager, reviews }: Cycle): Promise<void> {
  await insert(client, 'calibration_sessions', {
    id: sessionId, cycle_id: cycleId, department_id: departmentId, chair_id: boss, workflow_id: `calibration/${sessionId}`, state: 'signedOff', opened_at: at(12), signed_off_at: at(14), signed_off_by: boss,
  });
  for (const [employeeId, role] of [[boss, 'chair'], [manager, 'manager']]) await insert(client, 'calibration_members', { session_id: sessionId, employee_id: employeeId, role });
  for (const { id } of Object.values(reviews)) await insert(client, 'calibration_subjects', { session_id: sessionId, review_id: id, state: 'scored' });
}

async function appeal(client: pg.Client, { appealId, appellant, panel, reviews: { appellant: { id: reviewId } } }: Cycle): Promise<void> {
  const contested = (await client.query('select id from ratings where review_id = $1', [reviewId])).rows[0].id;
  await insert(client, 'appeals', {
    id: appealId, review_id: reviewId, workflow_id: `appeal/${appealId}`, filed_by: appellant, filed_at: at(32), state: 'closed', contested_rating_id: contested, outcome: 'adjusted', decided_at: at(40), closed_at: at(40),
  });
  const proposalId = randomUUID();
  await insert(client, 'appeal_proposals', { id: proposalId, appeal_id: appealId, level: 1, author_id: panel[0], outcome: 'adjusted', reasons: 'r', created_at: at(35) });
  for (const employeeId of panel) {
    await insert(client, 'appeal_seats', { appeal_id: appealId, level: 1, employee_id: employeeId, seat: 'member', state: 'active', created_at: at(33) });
    await insert(client, 'appeal_votes', { appeal_id: appealId, level: 1, ballot: 1, member_id: employeeId, proposal_id: proposalId, at: at(36) });
  }
  await insert(client, 'ratings', { review_id: reviewId, no: 2, source: 'appeal', total_centi: 9_100, band: 'A', created_at: at(40) });
}

/** One notice with the mail that left. */
async function mail(client: pg.Client, employeeId: string, link: string): Promise<void> {
  await insert(client, 'notices', { employee_id: employeeId, kind: 'result.published', link });
  await insert(client, 'outbox', { channel: 'mail', body: { employeeId, template: 'result.published', link }, relayed_at: at(31) });
  await client.query(`insert into deliveries (outbox_id, channel, reference) select max(id), 'mail', 'sent' from outbox`);
}

/** A chain of three entries. */
async function audit(client: pg.Client, chain: string): Promise<void> {
  let previous = '0'.repeat(64);
  for (const seq of [1, 2, 3]) {
    const canonical = JSON.stringify({ action: 'act', actor: 'system', after: null, at: at(seq), before: null, chain, object: 'o', onBehalfOf: null, seq: String(seq), texts: {} });
    const hash = sha256(`${previous}\n${canonical}`);
    await insert(client, 'audit.entries', { chain, seq, at: at(seq), actor: 'system', on_behalf_of: null, action: 'act', object: 'o', canonical, prev_hash: previous, hash });
    previous = hash;
  }
  await insert(client, 'audit_heads', { chain, seq: 3, hash: previous, updated_at: at(3) });
}

/** Scores, session, appeal, mails and record of the cycle. */
export async function insertResults(client: pg.Client, cycle: Cycle): Promise<void> {
  await scores(client, cycle);
  await session(client, cycle);
  await appeal(client, cycle);
  for (const who of ['appellant', 'colleague'] as const) await mail(client, cycle[who], `/reviews/${cycle.reviews[who].id}`);
  await audit(client, cycle.reviews.appellant.workflowId);
}
