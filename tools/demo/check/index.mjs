import { acknowledgedDecisionMissing } from './acknowledgedDecisionMissing.mjs';
import { actorIsSubject } from './actorIsSubject.mjs';
import { auditFails } from './auditFails.mjs';
import { decisionAppliedTwice } from './decisionAppliedTwice.mjs';
import { disagreement } from './disagreement.mjs';
import { distributionMismatch } from './distributionMismatch.mjs';
import { illegalStep } from './illegalStep.mjs';
import { mailDoubledOrMissing } from './mailDoubledOrMissing.mjs';
import { notOneFinalScore } from './notOneFinalScore.mjs';
import { othersChangedByAppeal } from './othersChangedByAppeal.mjs';
import { panelMeetsScorer } from './panelMeetsScorer.mjs';

export { figuresOf } from './figures.mjs';
export { readExchanges } from './exchanges.mjs';
export { openDatabase } from './database.mjs';
export { openTemporal } from './temporal.mjs';

/** Every class of violation, by its stable name. */
export const CHECKS = {
  acknowledgedDecisionMissing, decisionAppliedTwice, illegalStep, notOneFinalScore, actorIsSubject, panelMeetsScorer, distributionMismatch, othersChangedByAppeal, mailDoubledOrMissing, auditFails, disagreement,
};

/** Everything that is wrong with a cycle. @param {import('./facts.mjs').Facts} facts @returns {Promise<import('./facts.mjs').Violation[]>} */
export async function violationsOf(facts) {
  const found = [];
  for (const check of Object.values(CHECKS)) found.push(...(await check(facts)));
  return found;
}
