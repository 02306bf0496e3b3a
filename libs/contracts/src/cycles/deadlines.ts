import { z } from 'zod';
import { Duration, Id, Instant, LocalDate, PersonRef } from '../common/index.js';
import { CycleTarget, oneWay, StepOfPeople, type DeadlineWish } from './hr.js';
import { CycleStep } from './schedule.js';

/** Why a deadline of a bulk move stays: decided meanwhile, no deadline at all, the date is too early for who acts, or nothing changes. */
export const NotMoved = z.enum(['decided', 'noDeadline', 'tooEarly', 'unchanged']).meta({ id: 'NotMoved' });
export type NotMoved = z.infer<typeof NotMoved>;

/** What a bulk move would do: the body of the act `extend` without its reason. */
export const PreviewDeadlineMove = z
  .strictObject({ step: StepOfPeople.optional(), target: CycleTarget, by: Duration.optional(), to: LocalDate.optional() })
  .refine(oneWay, { path: ['by'] })
  .meta({ id: 'PreviewDeadlineMove' });
export type PreviewDeadlineMove = z.infer<typeof PreviewDeadlineMove>;

/** One deadline of a bulk move. `pending`: the review has not been told yet. */
export const DeadlineMoveItem = z
  .object({
    visitId: Id, kind: z.enum(['review', 'cycle', 'calibration', 'appeal', 'approval', 'rollout', 'pilot', 'wave', 'pdcaQuarter']), processId: Id, step: z.string(), subject: PersonRef.nullable(), waitingFor: z.array(PersonRef),
    state: z.enum(['pending', 'moved', 'skipped']), from: Instant.nullable(), to: Instant.nullable(), why: NotMoved.nullable(),
  })
  .meta({ id: 'DeadlineMoveItem' });
export type DeadlineMoveItem = z.infer<typeof DeadlineMoveItem>;

/** The first 200 deadlines with what would become of them. More than 20 people need a second HR person. */
export const DeadlineMovePreview = z.object({ items: z.array(DeadlineMoveItem), moving: z.int(), skipped: z.int(), people: z.int(), secondPersonNeeded: z.boolean() }).meta({ id: 'DeadlineMovePreview' });
export type DeadlineMovePreview = z.infer<typeof DeadlineMovePreview>;

/** A bulk move that was made, with its reason and how far it is. */
export const DeadlineMoveView = z
  .object({
    id: Id, step: CycleStep.nullable(), target: CycleTarget, by: Duration.nullable(), to: LocalDate.nullable(), reason: z.string(), actor: PersonRef, confirmedBy: PersonRef.nullable(), at: Instant,
    pending: z.int(), moved: z.int(), skipped: z.int(),
  })
  .meta({ id: 'DeadlineMoveView' });
export type DeadlineMoveView = z.infer<typeof DeadlineMoveView>;

export const DeadlineMoveList = z.object({ moves: z.array(DeadlineMoveView) }).meta({ id: 'DeadlineMoveList' });
export type DeadlineMoveList = z.infer<typeof DeadlineMoveList>;

/** The result per item, skipped ones first. */
export const DeadlineMoveItems = z.object({ items: z.array(DeadlineMoveItem), total: z.int() }).meta({ id: 'DeadlineMoveItems' });
export type DeadlineMoveItems = z.infer<typeof DeadlineMoveItems>;
export const DeadlineMoveItemsQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1), pageSize: z.coerce.number().int().min(1).max(200).default(50) });
export type DeadlineMoveItemsQuery = z.infer<typeof DeadlineMoveItemsQuery>;
export type { DeadlineWish };
