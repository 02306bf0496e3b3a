import type { MeasureKey, MeasureUnit } from '@fairmark/contracts/rollouts';
import type { z } from 'zod';

/** What is known about a measure before it is read. */
export interface MeasureInfo {
  unit: z.infer<typeof MeasureUnit>;
  /** Which way is better. */
  direction: 'higher' | 'lower';
  /** Feature whose rows it is read from. */
  source: 'metrics' | 'reviews' | 'org' | 'surveys' | 'training' | 'waves' | 'budgets' | 'issues' | 'partners';
}

const measure = (unit: MeasureInfo['unit'], direction: MeasureInfo['direction'], source: MeasureInfo['source']): MeasureInfo => ({ unit, direction, source });

/** The one registry: what each key means. Its SQL stands with its feature and is registered in `@fairmark/persistence/rollouts`. */
export const measures: Readonly<Record<MeasureKey, MeasureInfo>> = {
  monthlyActiveShare: measure('share', 'higher', 'metrics'),
  retention: measure('share', 'higher', 'metrics'),
  interactionRate: measure('share', 'higher', 'metrics'),
  conversion: measure('share', 'higher', 'metrics'),
  satisfaction: measure('points', 'higher', 'metrics'),
  dataQuality: measure('share', 'higher', 'metrics'),
  goalsOnTime: measure('share', 'higher', 'reviews'),
  scoringSpread: measure('points', 'higher', 'reviews'),
  appealRate: measure('share', 'lower', 'reviews'),
  acceptance: measure('share', 'higher', 'surveys'),
  workloadHours: measure('hours', 'lower', 'surveys'),
  attrition: measure('share', 'lower', 'org'),
  cycleCompletion: measure('share', 'higher', 'reviews'),
  trainedManagers: measure('share', 'higher', 'training'),
  trainedOperators: measure('share', 'higher', 'training'),
  executionConsistency: measure('share', 'higher', 'waves'),
  budgetUsed: measure('share', 'lower', 'budgets'),
  openIssues: measure('count', 'lower', 'issues'),
  adminCapacity: measure('ratio', 'higher', 'partners'),
};
