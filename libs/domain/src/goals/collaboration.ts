import { selfReviewErrors } from '@fairmark/contracts/errors';
import type { ComposedSheet } from '@fairmark/contracts/goals';

/** Codes of the departments on whose work a sheet depends, each once. */
export const departmentsAsked = (sheet: ComposedSheet): string[] => [...new Set(sheet.blocks.flatMap((block) => block.dependsOnDepartments))].sort();

/**
 * Whether these people may be asked. Rule (rules §5): people of departments on which the sheet depends, at least one from another department than the
 * employee's. How many they are is checked with the shape of the request.
 * @param candidates everybody who may be asked
 */
export function collaboratorRefusal(ids: readonly string[], candidates: readonly { id: string; otherDepartment: boolean }[]): { code: string; details: Record<string, unknown> } | undefined {
  const known = new Map(candidates.map((one) => [one.id, one]));
  const strangers = ids.filter((id) => !known.has(id));
  if (new Set(ids).size < ids.length) return { code: selfReviewErrors.namedTwice, details: {} };
  if (strangers.length > 0) return { code: selfReviewErrors.notEligible, details: { employeeIds: strangers } };
  if (!ids.some((id) => known.get(id)?.otherDepartment)) return { code: selfReviewErrors.noOtherDepartment, details: {} };
  return undefined;
}
