/** Nobody of the line is left for a task: HR, who never decide themselves, appoint the head of the company. @param {import('../world.mjs').Task} task */
export async function appoint({ agent, item, world }) {
  const [head] = world.sponsors;
  if (head && item.subject && world.once(`appointed ${item.visitId}`)) await agent.act('review', item.processId, 'reassign', { visitId: item.visitId, toEmployeeId: head.id, reason: '上级链中已无其他审批人 · Nobody else is left in the line' });
}
