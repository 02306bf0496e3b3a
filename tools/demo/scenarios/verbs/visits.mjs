/** Lines of an inbox that belong to the case. */
const here = ({ items }, { id }) => items.filter(({ processId }) => processId === id);

/**
 * The visit in which somebody would press the button: their line in the inbox, else where the page offers the act, else where they acted last, else what the case waits for.
 * @param {import('../play.mjs').Play} play @param {{ by: string, act: string, holder?: string }} what
 * @returns {Promise<string>}
 */
export async function visitFor(play, { by, act, holder }) {
  const { cast, approvalId, visits } = play;
  const view = await cast.hr.get(`/api/approvals/${approvalId}`);
  const lines = here(await cast[by].get('/api/inbox?box=waiting&pageSize=100'), view.process);
  const line = lines.find(({ onBehalfOf }) => (holder ? onBehalfOf?.id === cast[holder].id : onBehalfOf === null)) ?? lines[0];
  const visitId = line?.visitId ?? (await offeredAt(play, by, act)) ?? visits.get(by) ?? view.waiting[0]?.visitId;
  if (!visitId) throw new Error(`there is nowhere to ${act}`);
  visits.set(by, visitId);
  return visitId;
}

async function offeredAt({ cast, approvalId }, by, act) {
  const { status, answer } = await cast[by].once('GET', `/api/approvals/${approvalId}`, {});
  return status === 200 ? answer.offers.find(({ operators }) => operators.includes(act))?.visitId : undefined;
}
