import { z } from 'zod';
import { BilingualText, Id, Instant, PersonRef } from '../common/index.js';
import { CycleTarget } from '../cycles/hr.js';
import { PlanDifference } from '../plans/difference.js';
import { PlanMoveChoice, PlanMoveKept, PlanMoveState } from './vocabulary.js';

/** One difference in what a person is scored on. Weights in basis points, targets as decimals; `from` is null for what is new, `to` for what falls away. */
export const SheetDifference = z
  .object({ kind: z.enum(['added', 'removed', 'weight', 'target', 'indicator']), itemId: z.string(), name: BilingualText, from: z.string().nullable(), to: z.string().nullable() })
  .meta({ id: 'SheetDifference' });
export type SheetDifference = z.infer<typeof SheetDifference>;

/** One review in a preview: what would become of it, and what would differ for the person. */
export const PlanMovePreviewItem = z
  .object({ reviewId: Id, person: PersonRef, step: z.string(), state: z.enum(['applied', 'waiting', 'stayed', 'skipped']), why: PlanMoveKept.nullable(), differences: z.array(SheetDifference) })
  .meta({ id: 'PlanMovePreviewItem' });
export type PlanMovePreviewItem = z.infer<typeof PlanMovePreviewItem>;

/** The first 200 reviews with what would become of them, and where the two versions differ as a whole. */
export const PlanMovePreview = z
  .object({ plan: z.array(PlanDifference), items: z.array(PlanMovePreviewItem), moving: z.int(), skipped: z.int(), people: z.int(), secondPersonNeeded: z.boolean() })
  .meta({ id: 'PlanMovePreview' });
export type PlanMovePreview = z.infer<typeof PlanMovePreview>;

/** A move that was made, with its reason and how far it is. */
export const PlanMoveView = z
  .object({
    id: Id, version: z.object({ id: Id, no: z.int() }), choice: PlanMoveChoice, target: CycleTarget, reason: z.string(), actor: PersonRef, confirmedBy: PersonRef.nullable(), at: Instant,
    reverted: z.object({ actor: PersonRef, at: Instant, reason: z.string() }).nullable(), counts: z.record(PlanMoveState, z.int()),
  })
  .meta({ id: 'PlanMoveView' });
export type PlanMoveView = z.infer<typeof PlanMoveView>;

export const PlanMoveList = z.object({ moves: z.array(PlanMoveView) }).meta({ id: 'PlanMoveList' });
export type PlanMoveList = z.infer<typeof PlanMoveList>;

/** One review of a move that was made. */
export const PlanMoveItem = z
  .object({ reviewId: Id, person: PersonRef, step: z.string().nullable(), state: PlanMoveState, why: PlanMoveKept.nullable(), at: Instant.nullable() })
  .meta({ id: 'PlanMoveItem' });
export type PlanMoveItem = z.infer<typeof PlanMoveItem>;

/** The result for each review, what did not move first. */
export const PlanMoveItems = z.object({ items: z.array(PlanMoveItem), total: z.int() }).meta({ id: 'PlanMoveItems' });
export type PlanMoveItems = z.infer<typeof PlanMoveItems>;
export const PlanMoveItemsQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1), pageSize: z.coerce.number().int().min(1).max(200).default(50) });
export type PlanMoveItemsQuery = z.infer<typeof PlanMoveItemsQuery>;
