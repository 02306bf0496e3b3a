import { z } from 'zod';
import { BilingualText, Id, Instant, LocalDate, PersonRef } from '../common/index.js';
import { ImprovementOutcome, SupportGoal } from './bodies.js';

/** One of the company's check-ins: planned for a date, held or missed. */
export const BufferCheckInLine = z
  .object({ no: z.int(), dueOn: LocalDate, heldAt: Instant.nullable(), note: z.string().nullable(), recordedBy: PersonRef.nullable(), missed: z.boolean() })
  .meta({ id: 'BufferCheckInLine' });

/** A judgement at the end of an improvement; shown to the person once it is signed. */
export const BufferJudgement = z.object({ as: z.enum(['manager', 'hr', 'signature']), by: PersonRef, outcome: ImprovementOutcome, reason: z.string(), at: Instant }).meta({ id: 'BufferJudgement' });

/** What happens to the consequence of a low result. `pending` while the window runs. */
export const Consequence = z.enum(['pending', 'waived', 'softened', 'inEffect', 'noEffect']).meta({ id: 'Consequence' });
export type Consequence = z.infer<typeof Consequence>;

/**
 * Answer of `GET /api/reviews/:id/buffer`. `shadow`: the result does not touch pay. `improvement`: the consequence waits for the end of a supported
 * window; `mayTakeEffect` is false when the company missed half of its check-ins.
 */
export const BufferView = z
  .object({
    id: Id,
    kind: z.enum(['shadow', 'improvement']),
    state: z.enum(['supportPlan', 'consent', 'running', 'judging', 'signing', 'closed']),
    supportPlan: z.object({ goals: z.array(SupportGoal), partner: PersonRef.nullable(), training: z.array(z.string()), note: z.string() }).nullable(),
    objection: z.string().nullable(),
    agreedAt: Instant.nullable(),
    startsAt: Instant.nullable(),
    endsAt: Instant.nullable(),
    checkIns: z.array(BufferCheckInLine),
    mayTakeEffect: z.boolean(),
    judgements: z.array(BufferJudgement),
    outcome: ImprovementOutcome.nullable(),
    consequence: Consequence,
    consequenceText: BilingualText.nullable(),
    /** What the result pays by now, in basis points of the base; null where the buffer does not touch pay. */
    coefficientBp: z.int().nullable(),
    closedAt: Instant.nullable(),
  })
  .meta({ id: 'BufferView' });
export type BufferView = z.infer<typeof BufferView>;
