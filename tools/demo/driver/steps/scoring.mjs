import { chance } from '../chance.mjs';

const COMMENT = '见周报与抽查记录 · See the weekly reports and spot checks';

/** Points of a judged item: what the person's part asks for, a little different each time. */
const pointsOf = (role, seed, itemId) => (role.weak ? 15 : 78) + Math.floor(15 * chance(seed, itemId));

function submissionFor(world, subjectId, items) {
  const role = world.roleOf(subjectId);
  return {
    items: items.map((item) => ({ itemId: item.itemId, score: item.anchors ? pointsOf(role, world.seed, `${subjectId}/${item.itemId}`) : null, comment: COMMENT })),
    comment: 'A quarter as agreed',
  };
}

/** All items of a review as the scorer sees them. */
async function itemsOf(agent, reviewId) {
  const { sheet } = await agent.get(`/api/reviews/${reviewId}`);
  return (sheet?.blocks ?? []).flatMap((block) => block.items);
}

/** The manager scores; HR's values must be there before. @param {import('../world.mjs').Task} task */
export async function scoring({ agent, item, world }) {
  if (!world.has('values')) return;
  const { outcome } = await agent.decide(item.visitId, 'submit', submissionFor(world, item.subject.id, await itemsOf(agent, item.processId)));
  if (outcome !== 'scored') world.say(`scoring of one person ended as ${outcome}`);
}

/** HR and the department head agree to rate somebody whose values are missing. */
export const ratability = ({ agent, item }) => agent.decide(item.visitId, 'decide', { decision: 'rate', reason: 'What is there is enough' });

/** Scores named items again after an appeal: better than the first time. */
export async function rescoring({ agent, item, world }) {
  const { payload } = await agent.get(`/api/visits/${item.visitId}`);
  const items = (await itemsOf(agent, item.processId)).filter(({ itemId }) => payload.items.includes(itemId));
  const scored = submissionFor(world, item.subject.id, items);
  await agent.decide(item.visitId, 'submit', { ...scored, items: scored.items.map((one) => ({ ...one, score: one.score === null ? null : Math.min(100, one.score + 10) })) });
}
