import { valuesCsv } from '../values.mjs';
import { pooled } from '../pool.mjs';
import { changeOf } from './goals.mjs';

/** Everybody reads the own sheet once it is there: what they are measured by decides which values HR has to bring. @param {import('../world.mjs').World} world */
export async function readSheets(world) {
  const waiting = world.agents.filter((agent) => world.people.has(agent.id) && !world.has(`sheet ${agent.id}`));
  await pooled(waiting, 6, async (agent) => {
    const { reviews } = await agent.get('/api/reviews/mine');
    const line = reviews.find((review) => review.cycle.id === world.cycle.cycleId);
    const page = line && (await agent.get(`/api/reviews/${line.id}`));
    if (!page?.sheet) return;
    Object.assign(world.people.get(agent.id), { reviewId: line.id });
    world.sheets.set(agent.id, page.sheet);
    world.once(`sheet ${agent.id}`);
  });
}

/** HR imports the values of the whole period as soon as every sheet is known. @param {import('../world.mjs').World} world */
export async function importValues(world) {
  if (world.sheets.size < world.people.size || world.has('values')) return;
  const { code, periodStart, periodEnd, people } = world.cycle;
  const csv = valuesCsv({ people: people.map(({ id, number, role }) => ({ number, sheet: world.sheets.get(id), weak: role.weak })), periodStart, periodEnd, seed: world.seed, batch: code });
  const result = await world.hr[0].upload('/api/metrics/imports?dryRun=false', 'values.csv', csv);
  if (result.state === 'refused') throw new Error(`Indicator values were refused: ${JSON.stringify(result.issues.slice(0, 5))}`);
  world.once('values');
  world.say(`${csv.split('\n').length - 2} indicator values imported`);
}

/** In the period some ask for other goals, some note a check-in. @param {import('../world.mjs').World} world */
export async function duringPeriod(world) {
  const busy = world.agents.filter(({ id }) => (world.roleOf(id)?.changesGoals || world.roleOf(id)?.checksIn) && world.people.get(id).reviewId && !world.has(`period ${id}`));
  await pooled(busy, 6, async (agent) => {
    const { reviewId, role } = world.people.get(agent.id);
    const page = await agent.get(`/api/reviews/${reviewId}`);
    if (page.step === 'goalSetting') return;
    world.once(`period ${agent.id}`);
    if (page.step !== 'period') return;
    if (role.changesGoals) await agent.act('review', reviewId, 'requestGoalChange', changeOf(world));
    else await agent.act('review', reviewId, 'checkIn', { note: '本月进展顺利 · On track this month' });
  });
}

/** The self-review, with collaborators where the sheet asks for them; some hand nothing in. @param {import('../world.mjs').Task} task */
export async function selfReview({ agent, item, world }) {
  if (world.roleOf(agent.id)?.silent) return;
  const sheet = world.sheets.get(agent.id);
  if (sheet.collaboration && world.once(`collaborators ${agent.id}`)) await propose({ agent, item });
  const items = sheet.blocks.flatMap((block) => block.items).slice(0, 3).map(({ itemId }) => ({ key: itemId, text: '做到了计划中的大部分 · Most of what was planned was done', evidenceIds: [] }));
  await agent.decide(item.visitId, 'submit', { items, summary: '总体满意 · Content with the quarter' });
}

async function propose({ agent, item }) {
  const { people } = await agent.get(`/api/reviews/${item.processId}/collaborator-candidates`);
  const chosen = [...people.filter((one) => one.otherDepartment).slice(0, 3), ...people.filter((one) => !one.otherDepartment).slice(0, 1)];
  if (chosen.some((one) => one.otherDepartment)) await agent.decide(item.visitId, 'proposeCollaborators', { employeeIds: chosen.map(({ id }) => id) });
}

/** The manager confirms whom the employee proposed; where nobody was proposed the deadline passes. */
export async function collaborators({ agent, item, world }) {
  const { payload } = await agent.get(`/api/visits/${item.visitId}`);
  if (payload.proposed?.length > 0) await agent.decide(item.visitId, 'confirm', { employeeIds: payload.proposed });
  else if (world.once(`nobody ${item.visitId}`)) await agent.decide(item.visitId, 'return', { reason: 'Nobody worked closely enough together this time' });
}

export const collaboratorInput = ({ agent, item }) => agent.decide(item.visitId, 'answer', { score: 80, text: '配合及时 · Reliable and quick' });
