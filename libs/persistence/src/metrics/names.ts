import type { Indicator, PlanDocument } from '@fairmark/contracts/plans';
import type { MetricNames } from '@fairmark/domain/metrics';
import { sql, type Executor } from '../database/index.js';

/**
 * What a file of values may name: communities, employees, and the indicators of all plans. Where versions differ, the newest one that is not
 * retired defines the indicator.
 */
export async function loadMetricNames(tx: Executor): Promise<MetricNames> {
  const communities = await tx.all(sql<{ code: string }>`select code from communities`);
  const employees = await tx.all(sql<{ number: string }>`select number from employees`);
  return { indicators: await loadIndicators(tx), communities: new Set(communities.map((row) => row.code)), employees: new Set(employees.map((row) => row.number)) };
}

/** Indicators by id, of the newest version that is not retired. */
export async function loadIndicators(tx: Executor): Promise<Map<string, Indicator>> {
  const rows = await tx.all(sql<{ indicators: PlanDocument['indicators'] }>`
    select document->'indicators' as indicators from plan_versions where state <> 'retired' order by created_at, no`);
  return new Map(rows.flatMap((row) => row.indicators).map((indicator) => [indicator.id, indicator]));
}
