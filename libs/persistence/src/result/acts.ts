import type { AcceptanceEvent } from '@fairmark/domain/acceptance';
import { sql, type Executor } from '../database/index.js';

/** What was done with a published result. `interviewUnanswered`: the employee let the confirmation pass. */
export type ResultAct = 'seen' | 'accepted' | 'revoked' | 'appealFiled' | 'appealEnded' | 'interviewWaived' | 'interviewUnanswered' | 'deemedAccepted' | 'final';

export interface NewResultAct {
  reviewId: string;
  act: ResultAct;
  /** Null when a deadline did it. */
  actorId: string | null;
  at: string;
  detail?: Record<string, unknown>;
}

/** Records an act on a result. Append-only: what holds follows from all of them. */
export async function recordAct(tx: Executor, { reviewId, act, actorId, at, detail = {} }: NewResultAct): Promise<void> {
  await tx.run(sql`insert into result_acts (review_id, act, actor_id, at, detail) values (${reviewId}, ${act}, ${actorId}::uuid, ${at}, ${JSON.stringify(detail)})`);
}

interface ActRow {
  act: ResultAct;
  at: string;
  detail: { confirmation?: 1 | 2; outcome?: 'withdrawn' | 'refused' | 'decided' };
}

/** Acts and interview as the rules of acceptance read them, in the order of recording. */
export async function acceptanceEvents(read: Executor, review: { id: string; publishedAt: string | null }): Promise<AcceptanceEvent[]> {
  if (review.publishedAt === null) return [];
  const acts = await read.all(sql<ActRow>`select act, at, detail from result_acts where review_id = ${review.id} order by at, id`);
  const interview = await read.one(sql<{ recordedAt: string | null; confirmedAt: string | null }>`select recorded_at as "recordedAt", confirmed_at as "confirmedAt" from interviews where review_id = ${review.id}`);
  return [
    { type: 'published', at: review.publishedAt },
    ...(interview?.recordedAt ? [{ type: 'interviewRecorded' as const, by: 'manager' as const, at: interview.recordedAt }] : []),
    ...(interview?.confirmedAt ? [{ type: 'interviewRecorded' as const, by: 'employee' as const, at: interview.confirmedAt }] : []),
    ...acts.flatMap(eventOf),
  ];
}

function eventOf({ act, at, detail }: ActRow): AcceptanceEvent[] {
  switch (act) {
    case 'seen':
    case 'revoked':
    case 'appealFiled':
      return [{ type: act, at }];
    case 'accepted':
      return [{ type: 'accepted', confirmation: detail.confirmation ?? 1, at }];
    case 'appealEnded':
      return [{ type: 'appealEnded', outcome: detail.outcome ?? 'decided', at }];
    // An unanswered confirmation settles the interview like a waiver: the floor of the window counts from there.
    case 'interviewWaived':
    case 'interviewUnanswered':
      return [{ type: 'interviewWaived', at }];
    case 'deemedAccepted':
    case 'final':
      return [];
  }
}
