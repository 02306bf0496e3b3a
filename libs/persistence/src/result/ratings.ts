import type { ResultRating } from '@fairmark/contracts/results';
import { sql, type Executor } from '../database/index.js';

/** The rating record of a review, oldest first: nothing computed is overwritten. */
export async function ratingsOf(read: Executor, reviewId: string): Promise<ResultRating[]> {
  return read.all(sql<ResultRating>`
    select source, total_centi as "totalCenti", band, employee_reason as "reasonForEmployee", created_at as at from ratings where review_id = ${reviewId} order by no`);
}

/** The open visit in which the person acknowledges the result. */
export async function acknowledgementVisit(read: Executor, workflowId: string): Promise<string | null> {
  const row = await read.one(sql<{ id: string }>`select id from visits where workflow_id = ${workflowId} and step = 'acknowledgement' and state = 'open' order by no desc limit 1`);
  return row?.id ?? null;
}
