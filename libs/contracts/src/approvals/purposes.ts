import { z } from 'zod';
import { Id, Instant, PersonRef } from '../common/index.js';

/**
 * What a definition is used for. The first five, `planReview` and `gate` run inside the process that they belong to; the others are processes of their own (`approval/<id>`).
 * `goalSecondOpinion` is the second pair of eyes on goals that the manager wrote.
 */
export const ApprovalPurpose = z
  .enum(['goals', 'goalSecondOpinion', 'goalChange', 'calibrationSignOff', 'appealAdmissibility', 'bulkAct', 'planVersion', 'deadlineExtension', 'missingValue', 'planReview', 'gate'])
  .meta({ id: 'ApprovalPurpose' });
export type ApprovalPurpose = z.infer<typeof ApprovalPurpose>;

/** Which definition a purpose uses in a department and everything below it; without a department in the whole company. Its newest published version counts for new cases. */
export const SetApprovalUse = z.strictObject({ purpose: ApprovalPurpose, departmentId: Id.nullable().default(null), definitionId: z.string().min(1).max(40) }).meta({ id: 'SetApprovalUse' });
export type SetApprovalUse = z.infer<typeof SetApprovalUse>;

/** Takes a use back: the next wider one counts again, at last the definition that ships with the product. */
export const ClearApprovalUse = z.strictObject({ purpose: ApprovalPurpose, departmentId: Id.nullable().default(null) }).meta({ id: 'ClearApprovalUse' });
export type ClearApprovalUse = z.infer<typeof ClearApprovalUse>;

const DepartmentOfUse = z.object({ id: Id, name: z.string(), nameEn: z.string().nullable() });

/** One line per purpose for the whole company (`shipped: true` where nobody chose), and one for every department that has its own. */
export const ApprovalUse = z
  .object({
    purpose: ApprovalPurpose,
    department: DepartmentOfUse.nullable(),
    definitionId: z.string(),
    version: z.int(),
    shipped: z.boolean(),
    setBy: PersonRef.nullable(),
    setAt: Instant.nullable(),
  })
  .meta({ id: 'ApprovalUse' });
export type ApprovalUse = z.infer<typeof ApprovalUse>;
export const ApprovalUses = z.object({ uses: z.array(ApprovalUse) }).meta({ id: 'ApprovalUses' });
export type ApprovalUses = z.infer<typeof ApprovalUses>;
