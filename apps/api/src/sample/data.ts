import { referencePlan } from '@fairmark/domain/plans';
import type { SampleCompany } from './company/index.js';
import type { Recipe } from './files.js';
import { sampleMetrics } from './metrics/index.js';
import type { Quarter } from './period.js';
import { sampleRewardBases } from './rewardBases.js';

/** Name of the batch of indicator values of a quarter. */
export const batchOf = ({ year, quarter }: Quarter): string => `sample-${year}-Q${quarter}`;

/** Indicator values of a quarter for everybody's sheets by the reference plan. */
export function quarterMetrics({ organisation }: SampleCompany, { seed }: Pick<Recipe, 'seed'>, quarter: Quarter): Uint8Array {
  return sampleMetrics({ seed, plan: referencePlan, organisation, batch: batchOf(quarter), periodStart: quarter.periodStart, periodEnd: quarter.periodEnd });
}

/** Files for the rest of a review cycle, to be imported when its quarter is over. */
export function quarterFiles(company: SampleCompany, recipe: Pick<Recipe, 'seed' | 'today'>, quarter: Quarter): Record<string, Uint8Array> {
  return { 'indicator-values.csv': quarterMetrics(company, recipe, quarter), 'reward-bases.csv': sampleRewardBases(company.organisation, recipe.seed, recipe.today) };
}
