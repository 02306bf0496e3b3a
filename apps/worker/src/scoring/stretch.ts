import type { VisitRow } from '@fairmark/persistence/process';

/** What a scoring visit is about: a stretch of the period, and whether HR and the department head decided to rate in spite of missing values. */
export function stretchOf({ payload }: VisitRow): { segmentNo: number; rateAnyway: boolean } {
  return { segmentNo: typeof payload['segmentNo'] === 'number' ? payload['segmentNo'] : 1, rateAnyway: payload['rateAnyway'] === true };
}
