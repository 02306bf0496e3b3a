const today = () => new Date().toISOString().slice(0, 10);

/** Steps of an improvement buffer 改进缓冲期. @param {import('../world.mjs').Task} task */
export const supportPlan = ({ agent, item }) =>
  agent.decide(item.visitId, 'submit', { goals: [{ title: '按时完成周报', measure: '八周内至少七次按时' }], partnerId: null, training: ['数据分析入门'], note: '每周一次辅导 · Coached once a week' });

export const supportPlanConsent = ({ agent, item }) => agent.decide(item.visitId, 'accept', {});

/** The company holds its check-ins. */
export async function improvement({ agent, item, world }) {
  if (world.count(`check-in ${item.visitId}`) <= 3) await agent.decide(item.visitId, 'checkIn', { heldOn: today(), note: '进展符合约定 · As agreed' });
}

const outcomeOf = (world, item) => world.roleOf(item.subject.id)?.improvement ?? 'partly';

export const improvementJudgement = ({ agent, item, world }) => agent.decide(item.visitId, 'judge', { outcome: outcomeOf(world, item), reason: '对照开始时写下的目标 · Against the goals of the start' });
export const improvementSignature = ({ agent, item, world }) => agent.decide(item.visitId, 'sign', { outcome: outcomeOf(world, item), reason: '同意该结论 · Agreed' });
export const bufferOutcome = ({ agent, item }) => agent.decide(item.visitId, 'acknowledge', {});
