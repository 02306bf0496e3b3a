import { panelExclusions, panelFor } from '@fairmark/domain/appeals';
import { panelSize } from '@fairmark/domain/plans';
import { panelRelations } from '@fairmark/persistence/appeals';
import { panelPool } from '@fairmark/persistence/cycles';
import type { ProcessContext } from '../processes/index.js';
import { dayOf, type AppealCase } from './case.js';

/** Alternates that are named at the draw; further ones follow in the order of the same draw when they are needed. */
const ALTERNATES = 3;

export type Draw =
  | { ok: true; seed: string; memberIds: readonly string[]; alternateIds: readonly string[]; eligible: number }
  | { ok: false; details: { eligible: number; needed: number } };

/** Draws the panel of the present level among the people who may sit and have no part in the matter. Everybody can repeat the draw with its seed. */
export async function drawPanel(context: ProcessContext, { appeal, review, state }: AppealCase): Promise<Draw> {
  const day = await dayOf(context, review.employeeId);
  const excluded = panelExclusions(await panelRelations(context.tx, review.id, day, appeal.id));
  const pool = await panelPool(context.tx, day);
  const seed = `${appeal.id}/${state.level}`;
  const choice = panelFor(pool, excluded, panelSize(review.plan), seed);
  if (!choice.ok) return { ok: false, details: choice.details };
  return { ok: true, seed, memberIds: choice.memberIds, alternateIds: choice.alternateIds.slice(0, ALTERNATES), eligible: choice.memberIds.length + choice.alternateIds.length };
}

/**
 * The next person for an empty seat: an alternate who may still sit, else the next of the same draw among the pool of today. `added` names somebody who was no alternate before.
 * Undefined when nobody is left; HR can enlarge the pool.
 */
export async function nextAlternate(context: ProcessContext, { appeal, review, state }: AppealCase): Promise<{ id: string; added: boolean } | undefined> {
  const day = await dayOf(context, review.employeeId);
  const excluded = panelExclusions(await panelRelations(context.tx, review.id, day, state.level === 2 ? appeal.id : null));
  const pool = (await panelPool(context.tx, day)).filter((id) => !excluded.has(id));
  const waiting = state.panel?.alternateIds.find((id) => pool.includes(id));
  if (waiting) return { id: waiting, added: false };
  const known = [...(state.panel?.memberIds ?? []), ...(state.panel?.alternateIds ?? []), ...(state.panel?.replacedIds ?? [])];
  const choice = panelFor(pool, new Set(), state.panel?.memberIds.length ?? 0, `${appeal.id}/${state.level}`);
  const order = choice.ok ? [...choice.memberIds, ...choice.alternateIds] : pool;
  const id = order.find((one) => !known.includes(one));
  return id === undefined ? undefined : { id, added: true };
}
