import type { Judgement, ScoreResult } from '@fairmark/contracts/scoring';
import type { ScoreInput } from '@fairmark/domain/scoring';
import { sql, type Executor } from '../database/index.js';

/** What a result was computed from, without the sheet that the review holds. */
export type ScoreData = Omit<ScoreInput, 'judgements'>;

/** A submitted score sheet. `data` repeats the computation. */
export interface ScoreSheetRow {
  id: string;
  no: number;
  segmentNo: number;
  scorerId: string | null;
  items: Judgement[];
  result: ScoreResult;
  totalCenti: number | null;
  band: string | null;
  comment: string;
  source: 'scoring' | 'rescoring' | 'appeal';
  data: ScoreData;
  createdAt: string;
}

const columns = sql`id, no, segment_no as "segmentNo", scorer_id as "scorerId", items, result, total_centi as "totalCenti", band, coalesce(comment, '') as comment, source, data, created_at as "createdAt"`;

/** The newest sheet of each segment, oldest segment first; `source`: among those that were written by it. */
export async function latestSheets(tx: Executor, reviewId: string, source: ScoreSheetRow['source'] | null = null): Promise<ScoreSheetRow[]> {
  return tx.all(sql<ScoreSheetRow>`
    select distinct on (segment_no) ${columns} from score_sheets where review_id = ${reviewId} and (${source}::text is null or source = ${source}) order by segment_no, no desc`);
}

export interface NewScoreSheet extends Pick<ScoreSheetRow, 'segmentNo' | 'scorerId' | 'items' | 'result' | 'comment' | 'source' | 'data'> {
  visitId: string | null;
}

/** Writes a sheet; earlier ones stay. Answers its id. */
export async function insertScoreSheet(tx: Executor, reviewId: string, sheet: NewScoreSheet, now: string): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into score_sheets (review_id, no, segment_no, visit_id, scorer_id, items, result, total_centi, band, comment, source, data, created_at)
    select ${reviewId}::uuid, coalesce(max(no), 0) + 1, ${sheet.segmentNo}::integer, ${sheet.visitId}::uuid, ${sheet.scorerId}::uuid, ${JSON.stringify(sheet.items)}::jsonb, ${JSON.stringify(sheet.result)}::jsonb,
      ${sheet.result.totalCenti}::integer, ${sheet.result.band}, ${sheet.comment}, ${sheet.source}, ${JSON.stringify(sheet.data)}::jsonb, ${now}::timestamptz
    from score_sheets where review_id = ${reviewId} returning id`);
  return (row as { id: string }).id;
}

export interface NewRating {
  source: 'computed' | 'appeal' | 'notRated';
  totalCenti: number | null;
  band: string | null;
  scoreSheetId: string | null;
  reason: string | null;
  decidedBy: string | null;
}

/** Appends to the record of the result: earlier values are never overwritten. */
export async function insertRating(tx: Executor, reviewId: string, rating: NewRating, now: string): Promise<string> {
  const row = await tx.one(sql<{ id: string }>`
    insert into ratings (review_id, no, source, total_centi, band, score_sheet_id, reason, decided_by, created_at)
    select ${reviewId}::uuid, coalesce(max(no), 0) + 1, ${rating.source}, ${rating.totalCenti}::integer, ${rating.band}, ${rating.scoreSheetId}::uuid, ${rating.reason}, ${rating.decidedBy}::uuid, ${now}::timestamptz
    from ratings where review_id = ${reviewId} returning id`);
  return (row as { id: string }).id;
}
