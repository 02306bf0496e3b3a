import { z } from 'zod';

const Text = z.string().trim().min(1).max(2_000);

/** One weekly review: what was said, problems that were closed by it, and new ones. Open ones are carried on. Nothing personal in a problem. */
export const HoldPilotReview = z.object({ note: z.string().trim().max(4_000).default(''), closed: z.array(z.string().min(1).max(20)).max(200).default([]), problems: z.array(Text).max(50).default([]) }).meta({ id: 'HoldPilotReview' });
export type HoldPilotReview = z.infer<typeof HoldPilotReview>;

/** A problem through the reviews. `id` counts: number of the review that brought it and its place there. */
export const PilotProblem = z.object({ id: z.string(), text: z.string(), closedIn: z.int().nullable() }).meta({ id: 'PilotProblem' });
export type PilotProblem = z.infer<typeof PilotProblem>;

/** Goes on in spite of a broken guard, or pauses because of it. */
export const DecideGuard = z.object({ decision: z.enum(['continue', 'pause']), reason: Text }).meta({ id: 'DecidePilotGuard' });
export const PausePilot = z.object({ reason: Text }).meta({ id: 'PausePilot' });
export const ResumePilot = z.object({ reason: z.string().trim().max(2_000).optional() }).meta({ id: 'ResumePilot' });

/** The lead confirms the evaluation: it becomes evidence for the gate. Where data do not suffice the comment says on what the judgement rests. */
export const ConcludePilot = z.object({ outcome: z.enum(['passed', 'failed']), comment: z.string().trim().max(4_000).default('') }).meta({ id: 'ConcludePilot' });
