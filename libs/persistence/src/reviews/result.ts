import type { PlanDocument } from '@fairmark/contracts/plans';
import type { ResultView } from '@fairmark/contracts/reviews';
import { sql, type Executor } from '../database/index.js';
import type { ReviewHead } from './head.js';

interface RatingRow extends Pick<ResultView, 'totalCenti' | 'band' | 'source' | 'employeeReason'> {
  computedBand: string | null;
  calibrated: boolean;
}

/** The result that counts, and whether it is still what was computed; null before scoring. */
export async function resultOf(read: Executor, { id, plan, publishedAt, finalAt }: ReviewHead): Promise<ResultView | null> {
  const row = await read.one(sql<RatingRow>`
    select c.total_centi as "totalCenti", c.band, c.source, c.employee_reason as "employeeReason",
      (select f.band from ratings f where f.review_id = c.review_id and f.source = 'computed' order by f.no desc limit 1) as "computedBand",
      exists (select 1 from ratings k where k.review_id = c.review_id and k.source = 'calibration') as calibrated
    from current_ratings c where c.review_id = ${id}`);
  if (!row) return null;
  const { computedBand, calibrated, ...rating } = row;
  const changed = computedBand !== null && computedBand !== row.band;
  return { ...rating, bandName: bandName(plan, row.band), computedBand: changed ? computedBand : null, changedByCalibration: calibrated, publishedAt, finalAt };
}

const bandName = (plan: Pick<PlanDocument, 'bands'>, code: string | null): ResultView['bandName'] => plan.bands.find((band) => band.code === code)?.name ?? null;
