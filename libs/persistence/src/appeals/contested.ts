import type { AppealableItem, AppealItem, AppealSubject } from '@fairmark/contracts/appeals';
import type { ComposedSheet } from '@fairmark/contracts/goals';
import { GROUNDS } from '@fairmark/domain/appeals';
import { itemsOf } from '@fairmark/domain/goals';
import { isJudged } from '@fairmark/domain/scoring';
import { bufferOf } from '../buffers/index.js';
import type { Executor } from '../database/index.js';
import { ratingsOf } from '../result/index.js';
import { latestSheets, type ScoreSheetRow } from '../scoring/index.js';

const line = (item: AppealItem, rest: Pick<AppealableItem, 'name' | 'value'>): AppealableItem => ({ item, ...rest, grounds: [...GROUNDS[item.kind]] });
const nothing = { name: null, value: null };

/** What of a result can be contested: its indicators, judged items, the procedure, and the band when calibration changed it; or the end of its buffer. */
export async function appealableItems(read: Executor, review: { id: string; sheet: ComposedSheet | null }, about: AppealSubject): Promise<AppealableItem[]> {
  return about === 'buffer' ? bufferItems(read, review.id) : [...sheetItems(review.sheet, await latestSheets(read, review.id)), line({ kind: 'procedure', key: '' }, nothing), ...(await bandItem(read, review.id))];
}

async function bufferItems(read: Executor, reviewId: string): Promise<AppealableItem[]> {
  const outcome = (await bufferOf(read, reviewId))?.outcome;
  return outcome ? [line({ kind: 'bufferOutcome', key: '' }, { name: null, value: { kind: 'buffer', outcome } }), line({ kind: 'procedure', key: '' }, nothing)] : [];
}

function sheetItems(sheet: ComposedSheet | null, scored: readonly ScoreSheetRow[]): AppealableItem[] {
  const sheets = scored.length > 0 ? scored.map((one) => one.data.sheet) : sheet ? [sheet] : [];
  const items = new Map(sheets.flatMap(itemsOf).map((item) => [item.itemId, item]));
  return [...items.values()].map((item) =>
    line({ kind: isJudged(item) ? 'judgedScore' : 'indicatorData', key: item.itemId }, { name: item.name, value: scoreOf(item.itemId, scored) }));
}

/** The points that an item has; of one that was scored in two stretches the better ones, so that a decision never lowers either. */
export function scoreOf(itemId: string, sheets: readonly ScoreSheetRow[]): AppealableItem['value'] {
  const scores = sheets.flatMap((sheet) => sheet.result.items).flatMap((item) => (item.itemId === itemId && item.effectiveWeightBp > 0 && item.scoreCenti !== null ? [item.scoreCenti] : []));
  return scores.length > 0 ? { kind: 'score', scoreCenti: Math.max(...scores) } : null;
}

async function bandItem(read: Executor, reviewId: string): Promise<AppealableItem[]> {
  const ratings = await ratingsOf(read, reviewId);
  const band = ratings.at(-1)?.band;
  return band && ratings.some((rating) => rating.source === 'calibration') ? [line({ kind: 'calibrationChange', key: '' }, { name: null, value: { kind: 'band', band } })] : [];
}
