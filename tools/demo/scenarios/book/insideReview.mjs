import { processOf, step } from '../nodes.mjs';
import { ADDED, gone, has, never } from '../statements.mjs';

/** @typedef {import('../statements.mjs').Scenario} Scenario */

/** Inside a review the plan says how long the steps are. */
export const PLANNED = 9_000;
export const GOALS = 'approve edit reject return addBefore addAfter addBeside transfer consult read comment';
const manager = { type: 'lineManager', level: 1 };
export const goalsProcess = processOf([step('line', '上级审批', 'inOrder', [manager])], { kind: 'goals', title: { zh: '目标审批（演示）' } });

/** Goals are approved inside the review, with every operator. @type {Scenario} */
const goalsAddBefore = {
  name: 'goalsAddBefore', title: '目标审批中前加签', cast: ['hr', 'subject', 'manager', 'x'], purpose: 'goals', before: ['subject'], definition: goalsProcess, ends: 'approved',
  course: [
    { submit: true, lines: ['{subject} 提交 → {manager}：上级审批（直属上级）'], stands: { hr: never('nudge comment'), subject: gone('withdraw nudge comment'), manager: has(PLANNED, GOALS), x: never() } },
    {
      by: 'manager', act: 'addBefore', body: { personIds: ['@x'], comment: '请看指标' }, lines: ['{manager} 前加签 {x} “请看指标” → {x}：上级审批（前加签）'],
      stands: { hr: never('nudge comment'), subject: gone('withdraw nudge comment'), manager: gone('removeAdded comment'), x: has(PLANNED, `${ADDED} edit`) },
    },
    { by: 'x', act: 'approve', lines: ['{x} 同意 → {manager}：上级审批（直属上级）'], stands: { hr: never('nudge comment'), subject: gone('withdraw nudge comment'), manager: has(PLANNED, GOALS), x: gone('takeBack comment') } },
    { by: 'manager', act: 'approve', lines: ['{manager} 同意'], stands: { hr: never(), subject: gone(), manager: gone(), x: gone() } },
  ],
};

/** Back to the subject, who proposes again. @type {Scenario} */
const goalsReturned = {
  name: 'goalsReturned', title: '目标退回员工', cast: ['hr', 'subject', 'manager'], purpose: 'goals', before: ['subject'], definition: goalsProcess, ends: 'approved',
  course: [
    { submit: true, lines: ['{subject} 提交 → {manager}：上级审批（直属上级）'], stands: { hr: never('nudge comment'), subject: gone('withdraw nudge comment'), manager: has(PLANNED, GOALS) } },
    {
      by: 'manager', act: 'return', body: { reason: '请写明如何衡量' }, lines: ['{manager} 退回给提交人（从该节点起重新审批） “请写明如何衡量”'],
      stands: { hr: never('comment'), subject: has(PLANNED, 'withdraw comment'), manager: gone('takeBack comment') },
    },
    { by: 'subject', act: 'submit', body: 'goals', lines: ['{subject} 重新提交 → {manager}：上级审批（直属上级）'], stands: { hr: never('nudge comment'), subject: gone('withdraw nudge comment'), manager: has(PLANNED, GOALS) } },
    { by: 'manager', act: 'approve', lines: ['{manager} 同意'], stands: { hr: never(), subject: gone(), manager: gone() } },
  ],
};

/** @type {Scenario[]} */
export const insideReview = [goalsAddBefore, goalsReturned];
