import type { PlanDocument, Sheet } from '@fairmark/contracts/plans';

/** The whole of a sheet in basis points. */
export const WHOLE_BP = 10_000;

export const weightOf = (sheet: Sheet, indicatorId: string): number | null => sheet.items.find((one) => one.indicatorId === indicatorId)?.weightBp ?? null;

export const sumOf = (sheet: Sheet): number => sheet.items.reduce((sum, one) => sum + one.weightBp, 0);

/** The plan with another weight of an indicator in a sheet; without a weight the indicator leaves the sheet, targets of others stay. */
export function withWeight(plan: PlanDocument, sheetIndex: number, indicatorId: string, weightBp: number | null): PlanDocument {
  const change = (sheet: Sheet): Sheet => {
    if (weightBp === null || weightBp === 0) return { ...sheet, items: sheet.items.filter((one) => one.indicatorId !== indicatorId) };
    if (weightOf(sheet, indicatorId) === null) return { ...sheet, items: [...sheet.items, { indicatorId, weightBp, targetEditable: true }] };
    return { ...sheet, items: sheet.items.map((one) => (one.indicatorId === indicatorId ? { ...one, weightBp } : one)) };
  };
  return { ...plan, sheets: plan.sheets.map((sheet, index) => (index === sheetIndex ? change(sheet) : sheet)) };
}

/** Percent with two decimals as whole basis points; exact, because hundredths of a percent are basis points. */
export const bpOf = (percent: number): number => Math.round(percent * 100);
