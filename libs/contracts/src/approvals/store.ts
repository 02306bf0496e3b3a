import { z } from 'zod';
import { BilingualText, Instant, PersonRef } from '../common/index.js';
import { ApprovalKind } from './definition.js';
import { ApprovalPurpose } from './purposes.js';

export const DefinitionId = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);

/** A draft changes until it is published; a published version never changes; a retired one starts no new cases. */
export const DefinitionState = z.enum(['draft', 'published', 'retired']).meta({ id: 'ApprovalDefinitionState' });
export type DefinitionState = z.infer<typeof DefinitionState>;

/** A document under edit, as a JSON object of whatever shape. Whether it is a definition say the findings. */
export const DefinitionDocument = z.record(z.string(), z.unknown()).meta({ id: 'ApprovalDefinitionDocument' });
export type DefinitionDocument = z.infer<typeof DefinitionDocument>;

/** Something about a definition. Errors keep it from being published; warnings are shown to its author. */
export const DefinitionFindingView = z
  .object({ code: z.string(), severity: z.enum(['error', 'warning']), nodeId: z.string().optional(), path: z.string().optional(), details: z.record(z.string(), z.unknown()).optional() })
  .meta({ id: 'ApprovalDefinitionFinding' });
export type DefinitionFindingView = z.infer<typeof DefinitionFindingView>;

/** Begins a draft: of a new definition, or the next version of one, with the document as it stands. `id` and `version` of the document are set by the server. */
export const CreateDefinitionDraft = z.strictObject({ id: DefinitionId, document: DefinitionDocument }).meta({ id: 'CreateApprovalDefinitionDraft' });
export type CreateDefinitionDraft = z.infer<typeof CreateDefinitionDraft>;

/** Saves a draft as it is, with faults. `changedAt` of the draft that was edited: somebody else's later save is not overwritten. */
export const SaveDefinitionDraft = z.strictObject({ document: DefinitionDocument, changedAt: Instant.optional() }).meta({ id: 'SaveApprovalDefinitionDraft' });
export type SaveDefinitionDraft = z.infer<typeof SaveDefinitionDraft>;

/** Looks at a document without saving it. */
export const CheckDefinition = z.strictObject({ document: DefinitionDocument }).meta({ id: 'CheckApprovalDefinition' });
export type CheckDefinition = z.infer<typeof CheckDefinition>;
export const DefinitionFindings = z.object({ findings: z.array(DefinitionFindingView) }).meta({ id: 'ApprovalDefinitionFindings' });
export type DefinitionFindings = z.infer<typeof DefinitionFindings>;

/** One version without its document. */
export const DefinitionVersion = z
  .object({
    version: z.int(),
    state: DefinitionState,
    /** Comes with the product: nobody wrote it here. */
    shipped: z.boolean(),
    createdBy: PersonRef.nullable(),
    changedAt: Instant.nullable(),
    publishedBy: PersonRef.nullable(),
    publishedAt: Instant.nullable(),
    retiredAt: Instant.nullable(),
    /** Cases that were started with it and still run. */
    running: z.int(),
  })
  .meta({ id: 'ApprovalDefinitionVersion' });
export type DefinitionVersion = z.infer<typeof DefinitionVersion>;

/** A definition with all its versions, newest first. */
export const DefinitionView = z
  .object({ id: DefinitionId, kind: ApprovalKind.nullable(), title: BilingualText.nullable(), versions: z.array(DefinitionVersion), purposes: z.array(ApprovalPurpose) })
  .meta({ id: 'ApprovalDefinitionView' });
export type DefinitionView = z.infer<typeof DefinitionView>;
export const DefinitionList = z.object({ definitions: z.array(DefinitionView) }).meta({ id: 'ApprovalDefinitionList' });
export type DefinitionList = z.infer<typeof DefinitionList>;

/** One version with its document and what is to be said about it. */
export const DefinitionVersionView = DefinitionVersion.extend({ id: DefinitionId, document: DefinitionDocument, findings: z.array(DefinitionFindingView) }).meta({ id: 'ApprovalDefinitionVersionView' });
export type DefinitionVersionView = z.infer<typeof DefinitionVersionView>;

/** One place in which two versions differ: `nodes.<node id>.<path>`, `settings.…`, `form.…`. `before` or `after` is absent where the place is new or gone. */
export const DefinitionDifference = z
  .object({ path: z.string(), nodeId: z.string().nullable(), change: z.enum(['added', 'removed', 'changed', 'moved']), before: z.unknown().optional(), after: z.unknown().optional() })
  .meta({ id: 'ApprovalDefinitionDifference' });
export type DefinitionDifference = z.infer<typeof DefinitionDifference>;
export const DefinitionDifferences = z.object({ differences: z.array(DefinitionDifference) }).meta({ id: 'ApprovalDefinitionDifferences' });
export type DefinitionDifferences = z.infer<typeof DefinitionDifferences>;
export const DifferencesQuery = z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) });
export type DifferencesQuery = z.infer<typeof DifferencesQuery>;
