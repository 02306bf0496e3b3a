import type { Transition } from '@fairmark/domain/process';
import { recordReplacement } from '@fairmark/persistence/appeals';
import type { VisitContext } from '../processes/index.js';
import { advance, loadCase } from './case.js';
import { ballotVisits } from './deliberation.js';
import { nextAlternate } from './draw.js';

/**
 * A member let the time for the vote pass: the seat goes to an alternate with a full window, and the silent member is never counted. When nobody is left who could take it, or
 * the whole panel is late, HR is told; nothing is decided by time-out.
 */
export async function replaceSilent(context: VisitContext): Promise<Transition | null> {
  const { tx, now, visit } = context;
  const memberId = visit.payload['memberId'];
  if (typeof memberId !== 'string') return null;
  let item = await loadCase(context);
  const alternate = await nextAlternate(context, item);
  if (!alternate) return null;
  if (alternate.added) item = await advance(context, item, { type: 'alternatesAdded', at: now, alternateIds: [alternate.id] });
  const next = await advance(context, item, { type: 'memberReplaced', at: now, memberId, alternateId: alternate.id });
  await recordReplacement(tx, item.appeal.id, item.state.level, memberId, alternate.id);
  return {
    outcome: 'replaced', close: [{ visitId: visit.id, outcome: 'silent' }], open: ballotVisits(next, [alternate.id]),
    audit: [{ action: 'appeal.memberReplaced', object: item.appeal.id, before: { memberId }, after: { memberId: alternate.id, fromPool: alternate.added } }],
  };
}
