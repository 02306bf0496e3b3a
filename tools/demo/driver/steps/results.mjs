import { fileAppeal } from './appeals.mjs';

const today = () => new Date().toISOString().slice(0, 10);
const soon = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** HR publishes each department once it is ready and its cost was seen. @param {import('../world.mjs').World} world */
export async function publish(world) {
  const [hr] = world.hr;
  const { departments } = await hr.get(`/api/publications/${world.cycle.cycleId}`);
  for (const { department, state, costCents } of departments)
    if (state === 'ready') await hr.write('POST', '/api/publications', { cycleId: world.cycle.cycleId, departmentId: department.id, shownCostCents: costCents });
}

/** The result is read; then most accept, twice, some say nothing, some appeal. @param {import('../world.mjs').Task} task */
export async function acknowledgement({ agent, item, world }) {
  const part = world.roleOf(agent.id)?.result;
  if (world.once(`seen ${agent.id}`)) await agent.decide(item.visitId, 'seen', {});
  if (part === 'wait' || !world.once(`answered ${item.visitId}`)) return;
  if (part !== 'accept' && !world.has(`appealed ${agent.id}`)) return fileAppeal({ agent, item, world });
  await agent.decide(item.visitId, 'accept', { confirmation: 1 });
  await agent.decide(item.visitId, 'accept', { confirmation: 2 });
}

export const interview = ({ agent, item }) =>
  agent.decide(item.visitId, 'record', { heldOn: today(), text: '回顾目标与改进 · Goals and what comes next', actions: [{ text: '每两周复盘一次 · A retrospective every two weeks', ownerId: item.subject.id, dueOn: soon() }] });

/** Most confirm the interview; a few leave it unanswered, which is recorded as such. */
export async function interviewConfirmation({ agent, item, world }) {
  if (world.roleOf(agent.id)?.result !== 'wait') await agent.decide(item.visitId, 'confirm', { comment: '' });
}
