import { sql, type Executor } from '../database/index.js';

export interface NewIssue {
  rolloutId: string;
  /** Null: anonymous; then `codeHash` is set. */
  reporterId: string | null;
  codeHash: string | null;
  page: string;
  report: string;
  /** Calendar day in UTC. */
  reportedOn: string;
}

/** Writes a report. A named one is handed over at once, an anonymous one waits for the others of its day. Answers its id. */
export async function addIssue(tx: Executor, given: NewIssue): Promise<string> {
  const anonymous = given.reporterId === null;
  const row = await tx.one(sql<{ id: string }>`
    insert into issues (rollout_id, anonymous, reporter_id, code_hash, page, report, reported_on, state)
    values (${given.rolloutId}, ${anonymous}, ${given.reporterId}, ${given.codeHash}, ${given.page}, ${given.report}, ${given.reportedOn}, ${anonymous ? 'reported' : 'delivered'}) returning id`);
  return (row as { id: string }).id;
}

/** Takes anonymous reports of days before `today`, in the order of their random ids, and marks them as handed over. Two takers never take the same. */
export async function takeAnonymous(tx: Executor, today: string, limit: number): Promise<{ id: string; workflowId: string }[]> {
  return tx.all(sql<{ id: string; workflowId: string }>`
    with taken as (
      update issues set state = 'delivered' where id in (select id from issues where state = 'reported' and reported_on < ${today}::date order by id limit ${limit} for update skip locked) returning id, rollout_id)
    select taken.id, r.workflow_id as "workflowId" from taken join rollouts r on r.id = taken.rollout_id order by taken.id`);
}

/** A report that waits for its answer, locked; undefined when it does not wait. */
export async function issueForAnswer(tx: Executor, id: string): Promise<{ id: string; reporterId: string | null } | undefined> {
  return tx.one(sql<{ id: string; reporterId: string | null }>`select id, reporter_id as "reporterId" from issues where id = ${id} and state = 'delivered' for update`);
}

/** Writes the answer. */
export async function answerIssue(tx: Executor, id: string, { answer, by, at }: { answer: string; by: string; at: string }): Promise<void> {
  await tx.run(sql`update issues set state = 'answered', answer = ${answer}, answered_by = ${by}, answered_at = ${at} where id = ${id}`);
}

/** Takes an answered report off the list of the weekly review. False when it is not answered, or closed already. */
export async function closeIssue(tx: Executor, rolloutId: string, id: string, { by, at }: { by: string; at: string }): Promise<boolean> {
  return (await tx.one(sql`update issues set state = 'closed', closed_by = ${by}, closed_at = ${at} where id = ${id} and rollout_id = ${rolloutId} and state = 'answered' returning id`)) !== undefined;
}
