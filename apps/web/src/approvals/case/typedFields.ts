import { shownValue } from '../../ui/quantity.js';
import type { EditedField } from '../designer/document.js';
import type { TypedFields } from '../fieldValues.js';

/** Stored values of a form as people type them. */
export function typedFields(form: readonly EditedField[], values: Record<string, unknown>): TypedFields {
  const entries = form.flatMap((field): [string, string | number | boolean][] => {
    const value = values[field.id];
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return [];
    return [[field.id, field.type === 'amount' ? shownValue(String(value), 'cents') : value]];
  });
  return Object.fromEntries(entries);
}
