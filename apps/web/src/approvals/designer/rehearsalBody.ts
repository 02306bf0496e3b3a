import type { RehearseApproval } from '@fairmark/contracts/approvals';
import type { Dayjs } from 'dayjs';
import { fieldValues, type TypedFields } from '../fieldValues.js';
import type { EditedDocument } from './document.js';

export interface RehearsalValues {
  submitterId: string[];
  subjectId?: string[];
  departmentId?: string;
  on: Dayjs;
  fields?: TypedFields;
  flags?: Record<string, boolean>;
  chosen?: Record<string, string[] | undefined>;
}

/** What matters without a person: nobody is its subject unless one is named. */
const ABOUT_NOBODY: readonly EditedDocument['kind'][] = ['plans', 'calibration'];

/** The request of a rehearsal for the document as it stands on screen. */
export function rehearsalBody(document: EditedDocument, values: RehearsalValues): RehearseApproval {
  const [subjectId] = values.subjectId ?? [];
  const chosen = Object.entries(values.chosen ?? {}).flatMap(([node, people]) => (people && people.length > 0 ? [[node, people] as const] : []));
  return {
    document: document as unknown as Record<string, unknown>,
    submitterId: values.submitterId[0] ?? '',
    ...(subjectId ? { subjectId } : ABOUT_NOBODY.includes(document.kind) ? { subjectId: null } : {}),
    ...(values.departmentId ? { departmentId: values.departmentId } : {}),
    on: values.on.format('YYYY-MM-DD'),
    fields: fieldValues(document.form ?? [], values.fields ?? {}),
    flags: values.flags ?? {},
    chosen: Object.fromEntries(chosen),
  };
}
