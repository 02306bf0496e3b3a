const GOALS = [
  { kind: 'goal', title: '建立新成员欢迎流程', measure: '新成员七日留存周报，流程上线并复盘一次', parentGoal: '部门目标：提升社群留存' },
  { kind: 'trial', title: '试点 AI 辅助选题', measure: '完成两轮试验并分享结论，无论结果好坏', parentGoal: '部门目标：提升内容质量' },
  { kind: 'goal', title: 'Answer expert questions within a day', measure: 'Share of questions answered within 24 hours', parentGoal: 'Department goal: better service' },
];

const dueBefore = (day) => new Date(Date.parse(`${day}T00:00:00Z`) - 7 * 86_400_000).toISOString().slice(0, 10);
const personalGoal = (world, place, weightBp = 1_000) => ({ ...GOALS[place % GOALS.length], goalId: 'g1', dueOn: dueBefore(world.cycle.periodEnd), weightBp });

/** A target that nobody would call realistic, with the reason that it needs. */
function unrealistic(sheet) {
  const item = sheet.blocks.flatMap((block) => block.items).find((one) => one.targetEditable && one.realismBand && one.indicator && Number(one.indicator.validity.max) > Number(one.realismBand.high) * 1.05);
  return item ? [{ itemId: item.itemId, target: (Number(item.realismBand.high) * 1.04).toFixed(2), reason: 'A partner campaign doubles the audience' }] : [];
}

function proposalOf(world, id, sheet) {
  const { role } = world.people.get(id);
  const place = [...world.people.keys()].indexOf(id);
  return { items: role.goals === 'unrealistic' ? unrealistic(sheet) : [], personalGoals: [personalGoal(world, place)] };
}

/** The employee proposes goals, unless this one lets the day pass. @param {import('../world.mjs').Task} task */
export async function goalProposal({ agent, item, world }) {
  if (!world.has(`sheet ${agent.id}`)) return;
  if (world.roleOf(agent.id)?.goals !== 'late') await agent.decide(item.visitId, 'submit', proposalOf(world, agent.id, world.sheets.get(agent.id)));
}

/** Nothing came: the manager drafts. */
export async function goalDrafting({ agent, item, world }) {
  await agent.decide(item.visitId, 'submit', { items: [], personalGoals: [personalGoal(world, 0)] });
}

/** The manager returns, edits or approves; a second approver approves. */
export async function goalApproval({ agent, item, world }) {
  const subject = item.subject.id;
  const role = world.roleOf(subject);
  if (role.goals === 'poor' && world.once(`return ${subject}`)) return agent.decide(item.visitId, 'return', { reason: '请写明如何衡量 · Please say how it will be measured' });
  if (role.edited && !world.has(`arbitrated ${subject}`) && (role.stubborn || world.once(`edit ${subject}`))) return edit({ agent, item, world }, 900);
  return agent.decide(item.visitId, 'approve', {});
}

async function edit({ agent, item, world }, weightBp) {
  const differs = world.count('edits') % 7;
  await agent.decide(item.visitId, 'edit', { items: [], personalGoals: [personalGoal(world, 0, weightBp + differs)], reason: 'This goal matters more than the others' });
}

/** Edited goals: most agree; somebody objects until the next-level manager decides. */
export async function goalConfirmation({ agent, item, world }) {
  if (world.roleOf(agent.id)?.stubborn) return agent.decide(item.visitId, 'object', { reason: 'The weight leaves no room for the daily work', proposal: { items: [], personalGoals: [personalGoal(world, 0, 700)] } });
  return agent.decide(item.visitId, 'accept', {});
}

export async function goalArbitration({ agent, item, world }) {
  world.once(`arbitrated ${item.subject.id}`);
  await agent.decide(item.visitId, 'decide', { items: [], personalGoals: [personalGoal(world, 0, 1_000)], reason: 'Both were heard; the original weight fits' });
}

/** Drafted goals: half of those concerned say yes, the others say nothing. */
export async function goalObjection({ agent, item, world }) {
  if ([...world.people.keys()].indexOf(agent.id) % 20 === 0) await agent.decide(item.visitId, 'accept', {});
}

export const goalChangeApproval = ({ agent, item }) => agent.decide(item.visitId, 'approve', {});
export const goalChangeConfirmation = ({ agent, item }) => agent.decide(item.visitId, 'accept', {});

/** What an employee asks for in the period. */
export const changeOf = (world) => ({ items: [], personalGoals: [personalGoal(world, 1, 800)], reason: 'The campaign moved to the next quarter' });
