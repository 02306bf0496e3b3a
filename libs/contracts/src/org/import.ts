import { z } from 'zod';
import { OrgFileKind } from './vocabulary.js';

/** One refusal. `row` counts records from 1, the header included, as a spreadsheet shows them; 0 concerns the file as a whole. */
export const OrgImportError = z
  .object({
    file: z.string(),
    row: z.int().min(0),
    column: z.string().nullable(),
    code: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  })
  .meta({ id: 'OrgImportError' });
export type OrgImportError = z.infer<typeof OrgImportError>;

/** What one file of the set would do. `rows` are data rows; a row that changes nothing is `unchanged`. */
export const OrgFileSummary = z
  .object({
    file: OrgFileKind,
    rows: z.int(),
    added: z.int(),
    changed: z.int(),
    ended: z.int(),
    unchanged: z.int(),
    errors: z.int(),
  })
  .meta({ id: 'OrgFileSummary' });
export type OrgFileSummary = z.infer<typeof OrgFileSummary>;

/** How a row-level change appears in the preview. */
export const OrgChangeEffect = z.enum(['added', 'changed', 'ended']).meta({ id: 'OrgChangeEffect' });
export type OrgChangeEffect = z.infer<typeof OrgChangeEffect>;

/** One line of the preview: what happens to whom from when. `subject` is a number or a code, `fields` the columns touched, `value` the number or code that a dated row points at. */
export const OrgChangeLine = z
  .object({
    effect: OrgChangeEffect,
    file: OrgFileKind,
    row: z.int(),
    op: z.string(),
    subject: z.string(),
    fields: z.array(z.string()),
    value: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  })
  .meta({ id: 'OrgChangeLine' });
export type OrgChangeLine = z.infer<typeof OrgChangeLine>;

/** Progress of reading or planning: `done` of `total` rows of a phase. */
export const OrgImportProgress = z
  .object({ phase: z.enum(['reading', 'checking', 'relations', 'comparing', 'writing']), file: OrgFileKind.nullable(), done: z.int(), total: z.int() })
  .meta({ id: 'OrgImportProgress' });
export type OrgImportProgress = z.infer<typeof OrgImportProgress>;

/** Answer to a dry run. `errors` are cut at a limit, `errorCount` is the true number; nothing is written unless it is 0. */
export const OrgImportPreview = z
  .object({
    ok: z.boolean(),
    summaries: z.array(OrgFileSummary),
    changes: z.array(OrgChangeLine),
    changeCount: z.int(),
    errors: z.array(OrgImportError),
    errorCount: z.int(),
  })
  .meta({ id: 'OrgImportPreview' });
export type OrgImportPreview = z.infer<typeof OrgImportPreview>;
