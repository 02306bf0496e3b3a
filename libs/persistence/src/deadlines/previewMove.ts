import type { DeadlineMoveItem, DeadlineMovePreview, DeadlineWish } from '@fairmark/contracts/cycles';
import { sql, type Executor } from '../database/index.js';
import { about } from '../process/inbox/fragments.js';
import { loadVisit } from '../process/index.js';
import { moveVisit, type Moved } from './move.js';
import { itemColumns } from './moves.js';

/** Lines of a preview; the counts say how many there are. */
const MOST = 200;

/** What a move would do to these visits. Moves them: the caller rolls everything back. */
export async function previewMove(tx: Executor, visits: readonly { visitId: string; reviewId: string }[], wish: DeadlineWish, now: string, actorId: string): Promise<Omit<DeadlineMovePreview, 'secondPersonNeeded'>> {
  const results = new Map<string, Moved>();
  for (const { visitId } of visits) {
    const visit = await loadVisit(tx, visitId);
    if (visit) results.set(visitId, await moveVisit(tx, visit, wish, now, { cause: 'hr', at: now, actorId }));
  }
  const moving = [...results.values()].filter((result) => result.kept === null).length;
  return { items: await linesOf(tx, results), moving, skipped: results.size - moving, people: new Set(visits.map((visit) => visit.reviewId)).size };
}

async function linesOf(tx: Executor, results: ReadonlyMap<string, Moved>): Promise<DeadlineMoveItem[]> {
  const shown = [...results].sort(([, a], [, b]) => Number(a.kept === null) - Number(b.kept === null)).slice(0, MOST).map(([id]) => id);
  const rows = await tx.all(sql<Omit<DeadlineMoveItem, 'state' | 'from' | 'to' | 'why'>>`
    select ${itemColumns} from visits v join processes p on p.workflow_id = v.workflow_id left join ${about} on true where v.id = any(${shown}::uuid[]) order by array_position(${shown}::uuid[], v.id)`);
  return rows.map((row) => {
    const { from, to, kept } = results.get(row.visitId) as Moved;
    return { ...row, state: kept === null ? 'moved' : 'skipped', from, to, why: kept };
  });
}
