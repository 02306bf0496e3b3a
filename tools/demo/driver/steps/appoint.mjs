import { Refused } from '../person.mjs';

const REASON = '上级链中已无其他审批人 · Nobody else is left in the line';

/** Nobody of the line is left for a task: HR, who never decide themselves, appoint the head of some department. @param {import('../world.mjs').Task} task */
export async function appoint({ agent, item, world }) {
  if (!item.subject || !world.once(`appointed ${item.visitId}`)) return;
  const { departments } = await agent.get('/api/org/departments');
  const heads = [...new Set(departments.flatMap(({ head }) => (head && head.id !== item.subject.id && head.id !== agent.id ? [head.id] : [])))];
  for (const toEmployeeId of heads) {
    const refused = await agent.act('review', item.processId, 'reassign', { visitId: item.visitId, toEmployeeId, reason: REASON }).then(() => null, asRefusal);
    if (!refused) return;
  }
}

/** Somebody with a part in the case cannot be appointed; the next one is tried. */
function asRefusal(error) {
  if (error instanceof Refused && error.status === 422) return error;
  throw error;
}
