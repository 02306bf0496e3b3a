import type { PlanDocument } from '@fairmark/contracts/plans';
import { text } from './reference/build.js';
import { care } from './reference/care.js';
import { communitySheets } from './reference/community-sheets.js';
import { audienceIndicators, loyaltyIndicators } from './reference/customer.js';
import { financialIndicators } from './reference/financial.js';
import { learningIndicators, supportIndicators } from './reference/learning.js';
import { outcome, personal } from './reference/outcome.js';
import { positionSheets } from './reference/position-sheets.js';
import { contentIndicators, operationIndicators } from './reference/process.js';
import { defaultStepRules } from './steps.js';

/**
 * The reference plan 社群运营绩效方案 of `domain.md §3`, from which a company starts: a sheet for every community type and stage with
 * weights of its own, one community with its own policy, sheets for people who lead or support, and every step length written out.
 * All figures are meant to be changed; it is free of findings as it stands.
 */
export const referencePlan: PlanDocument = {
  formatVersion: 1,
  code: 'community-reference',
  name: text('社群运营绩效方案（参考）', 'Community operations performance plan (reference)'),
  indicators: [...financialIndicators, ...audienceIndicators, ...loyaltyIndicators, ...contentIndicators, ...operationIndicators, ...learningIndicators, ...supportIndicators],
  sheets: [...communitySheets, ...positionSheets],
  personal,
  maxReweightBp: 3_000,
  minQualityBp: 9_500,
  ...outcome,
  steps: { ...defaultStepRules },
  ...care,
  goalChanges: { maxCount: 2, until: { numerator: 2, denominator: 3 } },
};
