import { resolve } from '../resolve.mjs';
import { until } from '../patience.mjs';
import { submitGoals } from './goals.mjs';
import { submitPlan } from './plan.mjs';

/** More than HR may give alone. */
const LONGER = { n: 15, unit: 'day' };

/** HR asks for more time for the goals of the subject. */
async function submitExtension({ scenario, cast, stage }, as) {
  const visitId = stage.goalVisits.get(cast.subject.id);
  const body = { purpose: 'deadlineExtension', visitId, by: LONGER, reason: '目标需要与新团队对齐', fields: scenario.fields, chosen: resolve(scenario.chosen, cast) };
  return (await as('hr').write('POST', '/api/approvals', body)).approvalId;
}

const SUBMITS = { deadlineExtension: submitExtension, goals: submitGoals, planVersion: submitPlan };

/**
 * The case is started with the definition in use: one scenario after the other says which, and waits until its case has opened.
 * @param {import('../play.mjs').Play} play
 */
export async function submit(play, _row, as) {
  const { scenario: { purpose = 'deadlineExtension' }, cast, stage, definitionId } = play;
  await stage.starts.take(async () => {
    await stage.company.hr.write('PUT', '/api/approval-uses', { purpose, definitionId });
    play.approvalId = await SUBMITS[purpose](play, as);
    await until('the case has opened', async () => (await cast.hr.get(`/api/approvals/${play.approvalId}`)).timeline.length > 0);
    await stage.company.hr.write('POST', '/api/approval-uses/clear', { purpose });
  });
}
