import { z } from 'zod';
import { BilingualText, Duration, Id, Instant, LocalDate, PersonRef } from '../common/index.js';
import { DefinitionDocument, DefinitionFindingView, DefinitionId } from './store.js';
import { FieldValues } from './operators.js';
import { ApprovalAtDeadline } from './view.js';

/**
 * Who would be asked, in which order and until when: for a document under edit or a stored version. Reads, writes nothing. Every approver is taken to approve at
 * once, so that the whole way is seen; deadlines count from the entry of each node.
 */
export const RehearseApproval = z
  .strictObject({
    document: DefinitionDocument.optional(),
    definition: z.strictObject({ id: DefinitionId, version: z.int().min(1) }).optional(),
    submitterId: Id,
    /** The person whom it is about; the submitter when absent. Null: it is about nobody. */
    subjectId: Id.nullable().optional(),
    /** Department in whose scope roles and heads are looked for; the subject's when absent. */
    departmentId: Id.nullable().optional(),
    /** For countersigning departments: the plan version. */
    planVersionId: Id.nullable().optional(),
    on: LocalDate,
    fields: FieldValues.default({}),
    flags: z.record(z.string(), z.boolean()).default({}),
    /** People chosen by the submitter, by node. */
    chosen: z.record(z.string(), z.array(Id)).default({}),
  })
  .refine((body) => (body.document === undefined) !== (body.definition === undefined), { message: 'FIELD.REQUIRED', path: ['document'] })
  .meta({ id: 'RehearseApproval' });
export type RehearseApproval = z.infer<typeof RehearseApproval>;

/** One entry into a node, in the order in which they would come. Steps with the same `order` run at the same time. */
export const RehearsedNode = z
  .object({
    order: z.int(),
    nodeId: z.string(),
    title: BilingualText,
    type: z.string(),
    people: z.array(z.object({ person: PersonRef, why: z.string(), state: z.enum(['acts', 'waits', 'alreadyApproved', 'copied']) })),
    duration: Duration.nullable(),
    opensAt: Instant,
    dueAt: Instant.nullable(),
    zone: z.string().nullable(),
    remindAt: z.array(Instant),
    atDeadline: ApprovalAtDeadline.nullable(),
  })
  .meta({ id: 'RehearsedNode' });
export type RehearsedNode = z.infer<typeof RehearsedNode>;

/** `APPROVAL.…` codes of what would go wrong, and hints such as somebody found only by the fallback. */
export const RehearsalProblem = z.object({ code: z.string(), severity: z.enum(['error', 'warning']), nodeId: z.string().nullable(), details: z.record(z.string(), z.unknown()) }).meta({ id: 'RehearsalProblem' });
export type RehearsalProblem = z.infer<typeof RehearsalProblem>;

export const ApprovalRehearsal = z
  .object({ findings: z.array(DefinitionFindingView), nodes: z.array(RehearsedNode), skipped: z.array(z.string()), problems: z.array(RehearsalProblem), outcome: z.enum(['approved', 'waits', 'refused']) })
  .meta({ id: 'ApprovalRehearsal' });
export type ApprovalRehearsal = z.infer<typeof ApprovalRehearsal>;
