import type { PilotProblem } from '@fairmark/contracts/pilots';
import { sql, type Executor } from '../database/index.js';

export interface PilotReviewRow {
  no: number;
  problems: PilotProblem[];
}

/** The latest weekly review; its list holds every problem that was open when it began. */
export const latestReview = (read: Executor, pilotId: string): Promise<PilotReviewRow | undefined> => read.one(sql<PilotReviewRow>`select no, problems from pilot_reviews where pilot_id = ${pilotId} order by no desc limit 1`);

export async function storeReview(tx: Executor, pilotId: string, { no, problems, note, by, now }: PilotReviewRow & { note: string; by: string; now: string }): Promise<void> {
  await tx.run(sql`insert into pilot_reviews (pilot_id, no, note, problems, held_by, held_at) values (${pilotId}, ${no}, ${note}, ${JSON.stringify(problems)}::jsonb, ${by}, ${now})`);
}
