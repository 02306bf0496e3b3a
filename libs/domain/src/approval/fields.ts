import type { ApprovalDefinition, ApprovalNode, Comparison, ConditionNode, FieldValues, FormField, NodeCondition } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { assertNever } from '../common/index.js';
import { Refusal, type Run } from './run.js';
import type { Values as ValuesBefore } from './state.js';

/** Values that conditions look at. */
export interface Values {
  fields: FieldValues;
  flags: Readonly<Record<string, boolean>>;
}

/** Whether one test holds. A field without a value passes none. */
export function holds({ fields, flags }: Values, comparison: Comparison): boolean {
  const value = fields[comparison.field] ?? flags[comparison.field];
  if (value === undefined) return false;
  switch (comparison.test) {
    case 'is':
      return value === comparison.value;
    case 'between':
      return typeof value === 'number' && (comparison.atLeast === null || value >= comparison.atLeast) && (comparison.below === null || value < comparison.below);
    case 'in':
      return typeof value === 'string' && comparison.values.includes(value);
    default:
      return assertNever(comparison);
  }
}

/** The nodes of the first branch whose tests all hold, else those of `otherwise`. */
export function branchOf(values: Values, { branches, otherwise }: ConditionNode): ApprovalNode[] {
  return (branches.find((branch) => branch.when.every((comparison) => holds(values, comparison))) ?? otherwise).nodes;
}

/** Whether the node is entered at all. A flag that nobody has set is not set. */
export function applies({ fields, flags }: Values, { when }: { when?: NodeCondition | undefined }): boolean {
  return when === undefined || (flags[when.flag] ?? fields[when.flag] ?? false) === when.is;
}

/** Refuses values that the form does not have, that have another type, or that are missing. */
export function assertFields(definition: ApprovalDefinition, fields: FieldValues): void {
  const form = definition.form ?? [];
  const wrong = form.filter((field) => (fields[field.id] === undefined ? !field.optional : !fits(field, fields[field.id]))).map((field) => field.id);
  const unknown = Object.keys(fields).filter((id) => !form.some((field) => field.id === id));
  if (wrong.length + unknown.length > 0) throw new Refusal(ApprovalErrors.fields, { fields: [...wrong, ...unknown] });
}

function fits(field: FormField, value: unknown): boolean {
  switch (field.type) {
    case 'flag':
      return typeof value === 'boolean';
    case 'amount':
    case 'level':
      return Number.isSafeInteger(value);
    case 'department':
      return typeof value === 'string' && value.length > 0;
    case 'choice':
      return field.options.some((option) => option.value === value);
    default:
      return assertNever(field);
  }
}

/** The content was edited: what follows fits what was approved or handed in. Answers what was there before, or null when nothing changes. */
export function changeValues({ definition, state }: Run, { flags = {}, fields = {} }: { flags?: Record<string, boolean> | undefined; fields?: FieldValues | undefined }): ValuesBefore | null {
  const before: ValuesBefore = { flags: differing(state.flags, flags), fields: differing(state.fields, fields) };
  if (Object.keys(before.flags).length + Object.keys(before.fields).length === 0) return null;
  state.flags = { ...state.flags, ...flags };
  state.fields = { ...state.fields, ...fields };
  assertFields(definition, state.fields);
  return before;
}

/** Puts values back that a decision had changed. */
export function restoreValues({ state }: Run, before: ValuesBefore | null): void {
  if (!before) return;
  state.flags = restored(state.flags, before.flags);
  state.fields = restored(state.fields, before.fields);
}

const differing = <T>(now: Readonly<Record<string, T>>, next: Readonly<Record<string, T>>): Record<string, T | null> =>
  Object.fromEntries(Object.entries(next).filter(([id, value]) => now[id] !== value).map(([id]) => [id, now[id] ?? null]));

const restored = <T>(now: Readonly<Record<string, T>>, before: Readonly<Record<string, T | null>>): Record<string, T> =>
  Object.fromEntries(Object.entries({ ...now, ...before }).filter((entry): entry is [string, T] => entry[1] !== null));
