import { hrErrors } from '@fairmark/contracts/errors';
import type { DeadlineWish, ExtendVisit, NotMoved } from '@fairmark/contracts/cycles';
import { moveVisit, pendingMove, settleMoveItem, type DeadlineMoveRow } from '@fairmark/persistence/deadlines';
import { loadVisit, type VisitRow } from '@fairmark/persistence/process';
import { refuse, type DecisionContext, type EventContext } from '../processes/index.js';

/** A deadline that has moved. */
export interface MovedVisit {
  visit: VisitRow;
  before: string;
  dueAt: string;
}

const refusals: Readonly<Record<Exclude<NotMoved, 'decided'>, string>> = { noDeadline: hrErrors.notExtendable, tooEarly: hrErrors.deadlineTooEarly, unchanged: hrErrors.deadlineUnchanged };

/** Moves the deadline of one open visit as HR says, or refuses with the reason why not. */
export async function moveOne({ tx, now, actorId }: DecisionContext, visit: VisitRow, { by, to, reason }: ExtendVisit): Promise<MovedVisit> {
  if (by?.unit === 'second' && visit.duration?.unit !== 'second') refuse(hrErrors.secondsNotAllowed);
  const result = await moveVisit(tx, visit, { by, to } satisfies DeadlineWish, now, { cause: 'hr', at: now, actorId, reason });
  if (result.kept === null) return { visit, before: result.from, dueAt: result.to };
  return refuse(result.kept === 'decided' ? hrErrors.notExtendable : refusals[result.kept], { step: visit.step });
}

/** This process's share of a move of many deadlines, with the result of each written down. Empty when everything was decided meanwhile. */
export async function moveShare({ tx, process, now, body }: EventContext): Promise<{ move: DeadlineMoveRow; moved: MovedVisit[] } | undefined> {
  const pending = await pendingMove(tx, String(body['moveId']), process.workflowId);
  if (!pending) return undefined;
  const { move, visitIds } = pending;
  const moved: MovedVisit[] = [];
  for (const visitId of visitIds) {
    const visit = await loadVisit(tx, visitId);
    if (!visit) continue;
    const result = await moveVisit(tx, visit, move.wish, now, { cause: 'hr', at: now, actorId: move.actorId, confirmedBy: move.confirmedBy, reason: move.reason, detail: { moveId: move.id } });
    await settleMoveItem(tx, move.id, visitId, result);
    if (result.kept === null) moved.push({ visit, before: result.from, dueAt: result.to });
  }
  return { move, moved };
}
