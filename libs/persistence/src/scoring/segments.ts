import type { ReviewFacts } from '../cycles/index.js';
import { sql, type Executor } from '../database/index.js';

/** A stretch of the period under one manager and department; both ends belong to it. A stretch that is not scored gives an opinion only. */
export interface ReviewSegment {
  no: number;
  managerId: string;
  departmentId: string;
  from: string;
  to: string;
  scored: boolean;
}

/** Stretches of a review, oldest first. */
export async function loadSegments(tx: Executor, reviewId: string): Promise<ReviewSegment[]> {
  return tx.all(sql<ReviewSegment>`
    select no, manager_id as "managerId", department_id as "departmentId", valid_from as "from", valid_to as "to", scored from review_segments where review_id = ${reviewId} order by no`);
}

/**
 * Stretches as they are known when the period has ended, instead of those of the launch. One without a manager belongs to `fallbackId`. Scores of an
 * earlier round are dropped from the joined total; their sheets stay.
 */
export async function replaceSegments(tx: Executor, reviewId: string, segments: ReviewFacts['segments'], fallbackId: string): Promise<void> {
  const rows = segments.map((one, index) => ({ no: index + 1, managerId: one.managerId ?? fallbackId, departmentId: one.departmentId, from: one.from, to: one.to, workingDays: one.workingDays, scored: one.kind === 'segment' }));
  await tx.run(sql`delete from segment_scores where review_id = ${reviewId}`);
  await tx.run(sql`delete from review_segments where review_id = ${reviewId}`);
  await tx.run(sql`
    insert into review_segments (review_id, no, manager_id, department_id, valid_from, valid_to, working_days, scored)
    select ${reviewId}::uuid, r.no, r."managerId", r."departmentId", r."from", r."to", r."workingDays", r.scored
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(no integer, "managerId" uuid, "departmentId" uuid, "from" date, "to" date, "workingDays" integer, scored boolean)`);
}

/** A scored stretch with what its scorer came to; `totalCenti` null was decided to be not rated. */
export interface SegmentScore {
  no: number;
  days: number;
  totalCenti: number | null;
  scoreSheetId: string | null;
}

/** Scores of segments so far, oldest stretch first. */
export async function segmentScores(tx: Executor, reviewId: string): Promise<SegmentScore[]> {
  return tx.all(sql<SegmentScore>`
    select s.segment_no as no, coalesce(r.valid_to - r.valid_from + 1, 1) as days, s.total_centi as "totalCenti", s.score_sheet_id as "scoreSheetId"
    from segment_scores s left join review_segments r on r.review_id = s.review_id and r.no = s.segment_no where s.review_id = ${reviewId} order by s.segment_no`);
}

export async function saveSegmentScore(tx: Executor, reviewId: string, score: { no: number; scorerId: string; totalCenti: number | null; scoreSheetId: string | null }, now: string): Promise<void> {
  await tx.run(sql`
    insert into segment_scores (review_id, segment_no, scorer_id, total_centi, score_sheet_id, created_at) values (${reviewId}, ${score.no}, ${score.scorerId}, ${score.totalCenti}, ${score.scoreSheetId}, ${now})
    on conflict (review_id, segment_no) do update set scorer_id = excluded.scorer_id, total_centi = excluded.total_centi, score_sheet_id = excluded.score_sheet_id, created_at = excluded.created_at`);
}

/** The total of a segment follows a decision about its items; who scored it stays. */
export async function moveSegmentScore(tx: Executor, reviewId: string, score: { no: number; totalCenti: number | null; scoreSheetId: string }): Promise<void> {
  await tx.run(sql`update segment_scores set total_centi = ${score.totalCenti}, score_sheet_id = ${score.scoreSheetId} where review_id = ${reviewId} and segment_no = ${score.no}`);
}
