import type { FieldValues } from '@fairmark/contracts/approvals';
import { storedValue } from '../ui/quantity.js';
import type { EditedField } from './designer/document.js';

/** Values as they are typed: texts for numbers and money. */
export type TypedFields = Record<string, string | number | boolean | undefined>;

/** Values as a submission carries them: money in cents, whole numbers; what is empty is left out. */
export function fieldValues(form: readonly EditedField[], typed: TypedFields): FieldValues {
  const entries = form.flatMap((field): [string, string | number | boolean][] => {
    const value = typed[field.id];
    if (value === undefined || value === '') return [];
    if (field.type === 'amount') return [[field.id, Number(storedValue(String(value), 'cents'))]];
    return [[field.id, field.type === 'level' ? Number(value) : value]];
  });
  return Object.fromEntries(entries);
}
