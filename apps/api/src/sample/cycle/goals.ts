import { setTimeout } from 'node:timers/promises';
import { ReviewLines, ReviewView } from '@fairmark/contracts/reviews';
import type { GoalProposal, PersonalGoal } from '@fairmark/contracts/goals';
import { addDays } from '@fairmark/domain/org';
import { SampleClient } from './client.js';
import type { SampleAccount } from '../files.js';

/** The first step of 60 reviews opens within seconds; a machine under load needs longer. */
const openingWaitMs = 120_000;

const goals: readonly Pick<PersonalGoal, 'title' | 'measure' | 'parentGoal' | 'kind'>[] = [
  { kind: 'goal', title: '建立新成员欢迎流程', measure: '新成员七日留存周报，流程上线并复盘一次', parentGoal: '部门目标：提升社群留存' },
  { kind: 'trial', title: '试点 AI 辅助选题', measure: '完成两轮试验并分享结论，无论结果好坏', parentGoal: '部门目标：提升内容质量' },
  { kind: 'goal', title: 'Answer expert questions within a day', measure: 'Share of questions answered within 24 hours, weekly report', parentGoal: 'Department goal: better service' },
];

/** Goals as somebody would put them forward: the targets of the sheet as they are, and one or two of their own. */
export function proposalFor(index: number, periodEnd: string): GoalProposal {
  const chosen = [goals[index % goals.length], ...(index % 2 ? [goals[(index + 1) % goals.length]] : [])].flatMap((goal) => goal ?? []);
  return { items: [], personalGoals: chosen.map((goal, at) => ({ ...goal, goalId: `g${at + 1}`, dueOn: addDays(periodEnd, -7), weightBp: chosen.length === 1 ? 1_000 : 500 })) };
}

/** Submits somebody's goals; nothing happens when they have done so already. */
export async function submitGoals(url: string, account: SampleAccount, cycleId: string, index: number): Promise<void> {
  const client = await SampleClient.signIn(url, account);
  const { reviews } = await client.get('/api/reviews/mine', ReviewLines);
  const line = reviews.find((review) => review.cycle.id === cycleId);
  if (!line) throw new Error(`${account.email} has no review in the sample cycle.`);
  const review = await opened(client, line.id);
  const task = review.myTasks.find((one) => one.step === 'goalProposal');
  if (task) await client.decide(task.visitId, 'submit', proposalFor(index, review.periodEnd));
}

/** A review exists before its process opens the first step. */
async function opened(client: SampleClient, reviewId: string): Promise<ReviewView> {
  const end = Date.now() + openingWaitMs;
  for (;;) {
    const review = await client.get(`/api/reviews/${reviewId}`, ReviewView);
    if (review.timeline.length > 0) return review;
    if (Date.now() > end) throw new Error('A review of the sample cycle does not begin.');
    await setTimeout(300);
  }
}
