import type { PdcaDimension } from '@fairmark/contracts/pdca';
import type { MeasureKey } from '@fairmark/contracts/rollouts';

/** Live measures that stand beside each of the five dimensions of a review. */
export const dimensionMeasures: Readonly<Record<PdcaDimension, readonly MeasureKey[]>> = {
  efficiency: ['monthlyActiveShare', 'interactionRate', 'conversion', 'goalsOnTime', 'workloadHours'],
  ability: ['trainedManagers', 'trainedOperators', 'executionConsistency', 'adminCapacity'],
  longTermValue: ['retention', 'satisfaction'],
  acceptance: ['acceptance', 'appealRate', 'openIssues'],
  sustainability: ['attrition', 'budgetUsed', 'dataQuality', 'scoringSpread'],
};
