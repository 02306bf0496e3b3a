import { DraftConflict } from '@fairmark/contracts/plans';
import { Problem } from '../../api/problem.js';
import { showInstant } from '../../ui/format.js';
import { personName } from '../../ui/PersonName.js';

/** A refusal with who saved first in words of the page. */
export function conflictProblem(problem: Problem): Problem {
  const conflict = DraftConflict.safeParse(problem.body.details);
  if (!conflict.success) return problem;
  const { changedBy, changedAt } = conflict.data;
  return new Problem({ ...problem.body, details: { name: changedBy ? personName(changedBy) : '–', at: showInstant(changedAt) } });
}
