import type { Rescorer } from '@fairmark/contracts/appeals';
import { AppealErrors } from '@fairmark/contracts/errors';
import { freeManagers, panelRelations } from '@fairmark/persistence/appeals';
import { activity } from '@fairmark/persistence/approvals';
import { latestSheets } from '@fairmark/persistence/scoring';
import { refuse, type ProcessContext } from '../processes/index.js';
import { dayOf, type AppealCase } from './case.js';

/** Who scores again: for data errors the original scorer, else another manager without a part in the matter. Refuses with `APPEAL.SCORER_NOT_ALLOWED`. */
export async function scorerOf(context: ProcessContext, item: AppealCase, rescorer: Rescorer, itemIds: readonly string[]): Promise<string> {
  const day = await dayOf(context, item.review.employeeId);
  const id = rescorer.kind === 'otherManager' ? await otherManager(context, item, rescorer.managerId, day) : await originalScorer(context, item, itemIds, day);
  return id ?? refuse(AppealErrors.scorerNotAllowed);
}

async function otherManager({ tx }: ProcessContext, { appeal, review, state }: AppealCase, managerId: string, day: string): Promise<string | undefined> {
  const involved = await panelRelations(tx, review.id, day, appeal.id);
  const panel = [...(state.panel?.memberIds ?? []), ...(state.panel?.alternateIds ?? []), ...(state.panel?.replacedIds ?? [])];
  const managers = await freeManagers(tx, day, [review.employeeId, ...involved.scorerIds, ...involved.reportIds, ...panel]);
  return managers.find((manager) => manager.id === managerId)?.id;
}

async function originalScorer({ tx }: ProcessContext, { review }: AppealCase, itemIds: readonly string[], day: string): Promise<string | undefined> {
  const sheet = (await latestSheets(tx, review.id, 'scoring')).findLast((one) => one.result.items.some((item) => itemIds.includes(item.itemId)));
  const [scorer] = sheet?.scorerId ? await activity(tx, [sheet.scorerId], day) : [];
  return scorer?.active ? scorer.personId : undefined;
}
