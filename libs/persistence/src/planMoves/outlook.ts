import type { ComposedSheet } from '@fairmark/contracts/goals';
import type { PlanMoveChoice, PlanMoveKept } from '@fairmark/contracts/planMoves';
import type { PlanDocument } from '@fairmark/contracts/plans';
import { keptWhere, recompose, type Composition } from '@fairmark/domain/planMoves';
import { sql, type Executor } from '../database/index.js';
import { bilingual, describedColumns, describedCommunity, type DescribedRow } from '../goals/index.js';

/** A review as a move looks at it. */
export interface MovingReview {
  id: string;
  state: string;
  step: string;
  planVersionId: string;
  periodStart: string;
  positionCode: string | null;
  sheet: ComposedSheet | null;
}

/** What would become of a review: its sheet under the other version, or why it stays as it is. */
export type Outlook = { sheet: ComposedSheet } | { kept: PlanMoveKept };

/** Looks at one review; changes nothing. Whether it stays on purpose does not depend on the sheet that it would have had. */
export async function planMoveOutlook(tx: Executor, review: MovingReview, move: { choice: PlanMoveChoice; planVersionId: string; plan: PlanDocument }): Promise<Outlook> {
  const kept = keptWhere({ open: review.state === 'open', step: review.step, planVersionId: review.planVersionId }, { choice: move.choice, to: move.planVersionId });
  if (kept) return { kept };
  return review.sheet ? recompose(move.plan, review.sheet, await compositionOfSheet(tx, review, review.sheet)) : { kept: 'noSheet' };
}

/** The communities and the position that a sheet was composed of. Which they are was frozen with the sheet and does not change with the plan. */
async function compositionOfSheet(tx: Executor, { periodStart, positionCode }: MovingReview, sheet: ComposedSheet): Promise<Composition> {
  const codes = sheet.blocks.filter((block) => block.kind === 'community').map((block) => block.code);
  const rows = await tx.all(sql<DescribedRow>`select ${describedColumns(periodStart)} from communities c where c.code = any(${codes}::text[])`);
  const position = positionCode ? await tx.one(sql<{ code: string; name: string; nameEn: string | null }>`select code, name, name_en as "nameEn" from positions where code = ${positionCode}`) : undefined;
  return { communities: rows.map(describedCommunity), position: position ? { code: position.code, name: bilingual(position) } : null };
}
