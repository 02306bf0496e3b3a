import { z } from 'zod';

/** One field that did not fit, with a stable code; the text in the reader's language belongs to the client. */
export const FieldProblem = z
  .object({ path: z.string(), code: z.string(), details: z.record(z.string(), z.unknown()) })
  .meta({ id: 'FieldProblem' });
export type FieldProblem = z.infer<typeof FieldProblem>;

/** Body of every error answer (`application/problem+json`). `code` is stable, `errorId` finds a 500 in the log. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    details: z.record(z.string(), z.unknown()),
    fields: z.array(FieldProblem).optional(),
    errorId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
