import { pdcaErrors } from '@fairmark/contracts/errors';
import { DropAdjustment, KeepUnchanged, ProposeAdjustment } from '@fairmark/contracts/pdca';
import { unchangedNeedsReason } from '@fairmark/domain/pdca';
import type { Transition } from '@fairmark/domain/process';
import { adjustmentsOf, dropAdjustment, earlierChanged, insertAdjustment, writeConclusion } from '@fairmark/persistence/pdca';
import { refuse, type DecisionContext } from '../processes/index.js';
import { finishQuarter } from './finish.js';
import { loadQuarter } from './quarter.js';

/** An adjustment is put on the list: its measure and expected effect stand there before anybody decides about it. */
export async function propose({ tx, process, actorId, now, body }: DecisionContext): Promise<Transition> {
  const { expected, ...proposal } = ProposeAdjustment.parse(body);
  if (!expected) return refuse(pdcaErrors.effectMissing);
  const { row } = await loadQuarter({ tx, process, now });
  const id = await insertAdjustment(tx, { ...proposal, expected, rolloutId: row.rolloutId, quarterId: row.id, by: actorId, now });
  return { outcome: 'proposed', details: { adjustmentId: id }, audit: [{ action: 'pdcaQuarter.proposed', object: id, after: { touches: proposal.touches, measure: expected.measure, change: expected.change } }] };
}

/** A proposal is taken off the list, with a reason. */
export async function drop({ tx, process, actorId, now, body }: DecisionContext): Promise<Transition> {
  const { adjustmentId, reason } = DropAdjustment.parse(body);
  if (!(await dropAdjustment(tx, process.refId, { id: adjustmentId, reason, by: actorId, now }))) refuse(pdcaErrors.unknownAdjustment);
  return { outcome: 'dropped', audit: [{ action: 'pdcaQuarter.dropped', object: adjustmentId, texts: { reason: { body: reason, ownerId: actorId } } }] };
}

/** The quarter ends without a change; after two in a row somebody writes down why. */
export async function keepUnchanged(context: DecisionContext): Promise<Transition> {
  const { tx, process, visit, actorId } = context;
  const reason = KeepUnchanged.parse(context.body).reason || null;
  const quarter = await loadQuarter(context);
  if ((await adjustmentsOf(tx, process.refId)).some(({ state }) => state === 'proposed')) refuse(pdcaErrors.openProposals);
  if (!reason && unchangedNeedsReason(await earlierChanged(tx, quarter.row.rolloutId, quarter.row.quarter), quarter.settings.limits)) refuse(pdcaErrors.reasonNeeded);
  await writeConclusion(tx, process.refId, { changed: false, reason });
  return { ...(await finishQuarter(context, quarter, 'unchanged')), close: [{ visitId: visit.id, outcome: 'unchanged', by: actorId }] };
}
