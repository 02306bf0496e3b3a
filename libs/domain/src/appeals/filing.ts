import type { AppealGround, AppealItem, AppealItemKind, RefusalGround, SecondLevelGround } from '@fairmark/contracts/appeals';
import { AppealErrors, type AppealError } from '@fairmark/contracts/errors';

/** Grounds that fit a kind of item. A procedure error can be claimed of everything that people did. */
export const GROUNDS: Readonly<Record<AppealItemKind, readonly AppealGround[]>> = {
  indicatorData: ['dataWrong', 'procedureViolated'],
  judgedScore: ['judgementUnfounded', 'procedureViolated'],
  procedure: ['procedureViolated'],
  calibrationChange: ['changeUnfounded', 'procedureViolated'],
  bufferOutcome: ['outcomeUnfounded', 'procedureViolated'],
};

export interface FilingFacts {
  readonly actorId: string;
  readonly subjectId: string;
  readonly publishedAt: string | null;
  /** End of the acceptance window; null while it cannot end. */
  readonly windowEndsAt: string | null;
  /** Instant at which the API received the appeal. */
  readonly receivedAt: string;
  /** Whether an appeal against this result was filed before, however it ended. */
  readonly filedBefore: boolean;
  /** Items of the result that can be contested: its indicators, judged items, a calibration change if there was one … */
  readonly appealable: readonly AppealItem[];
}

export const sameItem = (a: AppealItem, b: AppealItem): boolean => a.kind === b.kind && a.key === b.key;

const isLate = (facts: Pick<FilingFacts, 'windowEndsAt' | 'receivedAt'>): boolean =>
  facts.windowEndsAt !== null && Date.parse(facts.receivedAt) >= Date.parse(facts.windowEndsAt);

/**
 * Why an appeal cannot be filed; null when it can.
 * Rule: the own result only, after publication, inside the window, once per result, against indicator data, judged scores,
 * procedure, a calibration change or the outcome of an improvement buffer; never against weights or other people's results.
 */
export function filingRefusal(items: readonly { readonly item: AppealItem; readonly ground: AppealGround }[], facts: FilingFacts): AppealError | null {
  if (facts.actorId !== facts.subjectId) return AppealErrors.notOwnResult;
  if (facts.publishedAt === null || Date.parse(facts.receivedAt) < Date.parse(facts.publishedAt)) return AppealErrors.notPublished;
  if (facts.filedBefore) return AppealErrors.repeated;
  if (isLate(facts)) return AppealErrors.late;
  if (items.length === 0) return AppealErrors.noItem;
  if (!items.every(({ item }) => facts.appealable.some((known) => sameItem(known, item)))) return AppealErrors.itemUnknown;
  return items.every(({ item, ground }) => GROUNDS[item.kind].includes(ground)) ? null : AppealErrors.groundMismatch;
}

/**
 * Whether the person who checks admissibility may refuse on this ground; null when so.
 * Rule: refusal only for late, no ground, repeat. Late and repeat are facts; "no ground" is the checker's finding with a text.
 */
export function refusalUnfounded(ground: RefusalGround, facts: Pick<FilingFacts, 'windowEndsAt' | 'receivedAt' | 'filedBefore'>): AppealError | null {
  if (ground === 'late' && !isLate(facts)) return AppealErrors.refusalUnfounded;
  return ground === 'repeat' && !facts.filedBefore ? AppealErrors.refusalUnfounded : null;
}

/** Why the second level cannot be called; null when it can. It hears procedure errors and new evidence only, filed in time. */
export function secondLevelRefusal(ground: SecondLevelGround, newPaperIds: readonly string[], facts: Pick<FilingFacts, 'actorId' | 'subjectId' | 'windowEndsAt' | 'receivedAt'>): AppealError | null {
  if (facts.actorId !== facts.subjectId) return AppealErrors.notOwnResult;
  if (isLate(facts)) return AppealErrors.late;
  return ground === 'newEvidence' && newPaperIds.length === 0 ? AppealErrors.secondLevelGround : null;
}
