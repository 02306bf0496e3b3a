import type { MetricImportResult } from '@fairmark/contracts/metrics';
import type { Database } from '../database/index.js';
import { importMetrics, type MetricImport } from './importBatch.js';

/** Carries a result out of a transaction that must not be kept. */
class RolledBack extends Error {
  constructor(readonly result: MetricImportResult) {
    super('dry run');
  }
}

/** What an import would do: the same import, rolled back. */
export async function tryMetrics(database: Database, request: MetricImport): Promise<MetricImportResult> {
  try {
    return await database.transaction(async (tx) => {
      throw new RolledBack(await importMetrics(tx, request));
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return error.result.state === 'applied' ? { ...error.result, state: 'dryRun' } : error.result;
  }
}
