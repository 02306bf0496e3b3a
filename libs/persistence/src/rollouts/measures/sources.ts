import type { MeasureKey } from '@fairmark/contracts/rollouts';
import { openIssues } from '../../issues/measures.js';
import { attrition } from '../../org/measures.js';
import { appealRate, cycleCompletion } from '../../reviews/measures.js';
import { trainedManagers, trainedOperators } from '../../training/measures.js';
import { executionConsistency } from '../../waves/measures.js';
import type { MeasureSource } from './source.js';

/** Where each measure is read from: one line per key, the SQL stands in the folder of its feature. A key without a source reads as "no value". */
export const sources: Partial<Readonly<Record<MeasureKey, MeasureSource>>> = {
  openIssues,
  attrition, appealRate, cycleCompletion,
  trainedManagers, trainedOperators, executionConsistency,
};
