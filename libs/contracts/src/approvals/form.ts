import { z } from 'zod';
import { BilingualText } from '../common/index.js';

/** Name of a field of the form; stays the same across versions. */
export const FieldId = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);

const base = { id: FieldId, title: BilingualText, optional: z.boolean().default(false) };

/**
 * A typed field that a submission carries and that conditions look at. `amount` counts cents, `level` is a whole number such as a job grade, `department` holds
 * the id of a department, `choice` one of its options.
 */
export const FormField = z.discriminatedUnion('type', [
  z.object({ ...base, type: z.literal('amount') }),
  z.object({ ...base, type: z.literal('level') }),
  z.object({ ...base, type: z.literal('flag') }),
  z.object({ ...base, type: z.literal('department') }),
  z.object({ ...base, type: z.literal('choice'), options: z.array(z.object({ value: z.string().min(1).max(40), title: BilingualText })).min(1).max(30) }),
]);
export type FormField = z.infer<typeof FormField>;

/** One test of one field: a flag, a half-open range of an amount or level (`atLeast` ≤ value < `below`), or a list of departments or choices. A field without a value passes no test. */
export const Comparison = z.discriminatedUnion('test', [
  z.object({ test: z.literal('is'), field: FieldId, value: z.boolean() }),
  z.object({ test: z.literal('between'), field: FieldId, atLeast: z.int().nullable().default(null), below: z.int().nullable().default(null) }),
  z.object({ test: z.literal('in'), field: FieldId, values: z.array(z.string().min(1).max(80)).min(1).max(50) }),
]);
export type Comparison = z.infer<typeof Comparison>;

/** A step is entered only when the submission's flag has this value; the flag may also be a flag field of the form. */
export const NodeCondition = z.object({ flag: z.string().min(1).max(40), is: z.boolean() });
export type NodeCondition = z.infer<typeof NodeCondition>;
