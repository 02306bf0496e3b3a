import type { RobotBody, WaitingStep } from '@fairmark/contracts/robots';
import { stepNames, type Bilingual } from '../mail/stepNames.js';
import type { GroupMessage } from './vendors/index.js';

type Language = keyof Bilingual;

const total = (waiting: readonly WaitingStep[]): number => waiting.reduce((sum, { count }) => sum + count, 0);
const nounOf = (waiting: readonly WaitingStep[], n: number): Bilingual =>
  waiting.every(({ step }) => step.startsWith('approval.')) ? { zh: '项审批', en: n === 1 ? 'approval' : 'approvals' } : { zh: '项任务', en: n === 1 ? 'task' : 'tasks' };

const titles: Readonly<Record<RobotBody['purpose'], (n: number, noun: Bilingual) => Bilingual>> = {
  test: () => ({ zh: 'Fairmark 测试消息：本群已连接', en: 'Fairmark test message: this group is connected' }),
  digest: (n, noun) => ({ zh: `Fairmark：${n} ${noun.zh}等待处理`, en: `Fairmark: ${n} ${noun.en} ${n === 1 ? 'waits' : 'wait'}` }),
  news: (n, noun) => ({ zh: `Fairmark：新增 ${n} ${noun.zh}待处理`, en: `Fairmark: ${n} new ${noun.en} ${n === 1 ? 'waits' : 'wait'}` }),
};

const open: Bilingual = { zh: '打开 Fairmark', en: 'Open Fairmark' };

/** What a group reads: kinds of tasks, numbers and a link. Written from our own words and numbers alone, so that nothing of a person can be in it. */
export function groupMessage({ purpose, waiting, link }: RobotBody, locale: 'zh-CN' | 'en', publicUrl: string): GroupMessage {
  const language: Language = locale === 'en' ? 'en' : 'zh';
  const n = total(waiting);
  const lines = waiting.map(({ step, count }) => `${stepNames[step.slice(step.indexOf('.') + 1)]?.[language] ?? open[language]}${language === 'zh' ? '：' : ': '}${count}`);
  return { title: titles[purpose](n, nounOf(waiting, n))[language], lines, link: { text: open[language], url: `${publicUrl}${link}` } };
}
