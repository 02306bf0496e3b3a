import { until } from '../patience.mjs';

const GOAL = { kind: 'goal', goalId: 'g1', title: '建立新成员欢迎流程', measure: '新成员七日留存周报，流程上线并复盘一次', parentGoal: '部门目标：提升社群留存', weightBp: 1_000 };
const weekBefore = (day) => new Date(Date.parse(`${day}T00:00:00Z`) - 7 * 86_400_000).toISOString().slice(0, 10);

/** The body with which somebody proposes their goals. @param {import('../play.mjs').Play} play */
export const goals = ({ stage }) => ({ items: [], personalGoals: [{ ...GOAL, dueOn: weekBefore(stage.cycle.periodEnd) }] });

/** The subject proposes goals: the approval runs inside the review. @param {import('../play.mjs').Play} play @returns {Promise<string>} the case */
export async function submitGoals(play, as) {
  const { cast, stage } = play;
  await as('subject').decide(stage.goalVisits.get(cast.subject.id), 'submit', goals(play));
  const asked = await until('the goals are looked at', () => firstAsked(play));
  return (await asked.person.get(`/api/visits/${asked.visitId}`)).approvalId;
}

/** Whoever of the cast has the goals on their desk. */
async function firstAsked({ cast }) {
  for (const [part, person] of Object.entries(cast)) {
    if (part === 'subject') continue;
    const { items } = await person.get('/api/inbox?box=waiting&pageSize=100');
    const found = items.find(({ step, subject }) => step === 'goalApproval' && subject?.id === cast.subject.id);
    if (found) return { person, visitId: found.visitId };
  }
  return undefined;
}
