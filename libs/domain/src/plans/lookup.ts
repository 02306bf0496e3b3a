import type { Indicator, PlanDocument, Sheet } from '@fairmark/contracts/plans';

/** A community as its sheet is chosen: its code, its type, and its stage frozen for the cycle. */
export interface SheetCommunity {
  readonly code: string;
  readonly type: string;
  readonly stage: string;
}

export const indicatorOf = (plan: PlanDocument, id: string): Indicator | undefined => plan.indicators.find((one) => one.id === id);

/**
 * The sheet of a community. Rule: its own (一社一策), else that of its type and stage; undefined when there is neither.
 */
export function sheetOfCommunity(plan: PlanDocument, community: SheetCommunity): Sheet | undefined {
  const own = plan.sheets.find((sheet) => sheet.for.kind === 'community' && sheet.for.communityCode === community.code);
  return own ?? plan.sheets.find((sheet) => sheet.for.kind === 'communityType' && sheet.for.type === community.type && sheet.for.stage === community.stage);
}

/** The sheet of a position, for people who operate no community. */
export function sheetOfPosition(plan: PlanDocument, positionCode: string): Sheet | undefined {
  return plan.sheets.find((sheet) => sheet.for.kind === 'position' && sheet.for.positionCode === positionCode);
}

/** Codes of the departments that are consulted on the plan and countersign, sorted, each once. */
export function departmentsToConsult(plan: PlanDocument): string[] {
  return [...new Set(plan.sheets.flatMap((sheet) => sheet.dependsOnDepartments))].sort();
}
