import { acknowledgedDecisionMissing } from '../../check/acknowledgedDecisionMissing.mjs';
import { auditFails } from '../../check/auditFails.mjs';
import { disagreement } from '../../check/disagreement.mjs';
import { decidedByTheSubject } from './decidedByTheSubject.mjs';
import { decisionAppliedTwice } from './decisionAppliedTwice.mjs';
import { openVisitWithoutDeadline } from './openVisitWithoutDeadline.mjs';
import { taskWithoutLiveOwner } from './taskWithoutLiveOwner.mjs';

/** Every class of violation, by its stable name. None of them knows a scenario. */
export const VIOLATIONS = { acknowledgedDecisionMissing, decisionAppliedTwice, decidedByTheSubject, taskWithoutLiveOwner, openVisitWithoutDeadline, disagreement, auditFails };

/** Everything that may not be, whatever was played. @param {import('../../check/facts.mjs').Facts} facts @returns {Promise<import('../../check/facts.mjs').Violation[]>} */
export async function violationsOf(facts) {
  const found = [];
  for (const check of Object.values(VIOLATIONS)) found.push(...(await check(facts)));
  return found;
}
