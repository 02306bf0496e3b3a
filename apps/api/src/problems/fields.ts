import { fieldErrors } from '@fairmark/contracts/errors';
import type { FieldProblem } from '@fairmark/contracts/problems';

/** An issue as zod reports it through the Standard Schema interface. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly format?: string;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
}

const byIssueCode: Readonly<Record<string, string>> = {
  invalid_type: fieldErrors.type,
  too_small: fieldErrors.tooSmall,
  too_big: fieldErrors.tooBig,
  invalid_format: fieldErrors.format,
  invalid_value: fieldErrors.value,
  unrecognized_keys: fieldErrors.unknownKey,
};
/** Refinements of contracts give their error code as message. */
const OWN_CODE = /^[A-Z_]+\.[A-Z_]+$/;

/** Issues as stable codes with a dotted path; `value` tells a missing field from one of the wrong type. */
export function fieldProblems(issues: readonly SchemaIssue[], value: unknown): FieldProblem[] {
  return issues.map((issue) => {
    const path = (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
    return { path: path.map(String).join('.'), code: codeOf(issue, valueAt(value, path)), details: detailsOf(issue) };
  });
}

function codeOf(issue: SchemaIssue, found: unknown): string {
  if (OWN_CODE.test(issue.message)) return issue.message;
  if (found === undefined && issue.code !== 'unrecognized_keys') return fieldErrors.required;
  return byIssueCode[issue.code ?? ''] ?? fieldErrors.invalid;
}

function detailsOf({ minimum, maximum, format, values, keys }: SchemaIssue): Record<string, unknown> {
  const known = { minimum: minimum === undefined ? undefined : Number(minimum), maximum: maximum === undefined ? undefined : Number(maximum), format, values, keys };
  return Object.fromEntries(Object.entries(known).filter(([, item]) => item !== undefined));
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined), value);
}
