import { processOf, seconds, step } from '../nodes.mjs';
import { BACK, DECIDES, gone, has, keeps, LONG, never, RETURNED, SUBMITTED } from '../statements.mjs';

/** @typedef {import('../statements.mjs').Scenario} Scenario */

const AGAIN = 600;
const settings = { resubmitWithin: seconds(AGAIN) };
const threeSteps = processOf([step('first', '初审', 'inOrder', ['a']), step('second', '复审', 'inOrder', ['b']), step('third', '终审', 'inOrder', ['c'])]);
const upToThird = [
  { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: never(), c: never() } },
  { by: 'a', act: 'approve', lines: ['{a} 同意 → {b}：复审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: has(LONG, DECIDES), c: never() } },
  { by: 'b', act: 'approve', lines: ['{b} 同意 → {c}：终审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone('comment'), b: gone(BACK), c: has(LONG, DECIDES) } },
];

/** @type {Scenario} */
const returnToSubmitter = {
  name: 'returnToSubmitter', title: '退回给提交人，重新提交', cast: ['hr', 'subject', 'a'], definition: processOf([step('first', '初审', 'inOrder', ['a'])], { settings }), ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES) } },
    { by: 'a', act: 'return', body: { comment: '材料不全' }, lines: ['{a} 退回给提交人（从该节点起重新审批） “材料不全”'], stands: { hr: has(AGAIN, RETURNED), subject: never(), a: gone(BACK) } },
    { by: 'hr', act: 'resubmit', body: { comment: '已补充' }, lines: ['{hr} 重新提交 “已补充” → {a}：初审（指定人员）'], stands: { hr: gone(SUBMITTED), subject: never(), a: has(LONG, DECIDES) } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: gone(), subject: never(), a: gone() } },
  ],
};

/** Every step from there runs again. @type {Scenario} */
const returnRerun = {
  name: 'returnRerun', title: '退回到已通过的节点，重新审批', cast: ['hr', 'subject', 'a', 'b', 'c'], definition: threeSteps, ends: 'approved',
  course: [
    ...upToThird,
    {
      by: 'c', act: 'return', body: { to: { nodeId: 'first' }, then: 'rerun', comment: '请重新核算' }, lines: ['{c} 退回给初审（从该节点起重新审批） “请重新核算” → {a}：初审（指定人员）'],
      stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: gone('comment'), c: gone(BACK) },
    },
    { by: 'a', act: 'approve', lines: ['{a} 同意 → {b}：复审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: has(LONG, DECIDES), c: gone('comment') } },
    { by: 'b', act: 'approve', lines: ['{b} 同意 → {c}：终审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone('comment'), b: gone(BACK), c: has(LONG, DECIDES) } },
    { by: 'c', act: 'approve', lines: ['{c} 同意'], stands: { hr: never(), subject: never(), a: gone(), b: gone(), c: gone() } },
  ],
};

/** It comes straight back to who returned it. @type {Scenario} */
const returnStraightBack = {
  name: 'returnStraightBack', title: '退回到已通过的节点，直达退回人', cast: ['hr', 'subject', 'a', 'b', 'c'], definition: threeSteps, ends: 'approved',
  course: [
    ...upToThird,
    {
      by: 'c', act: 'return', body: { to: { nodeId: 'first' }, then: 'straightBack', comment: '请补充说明' }, lines: ['{c} 退回给初审（直达我处） “请补充说明” → {a}：初审（指定人员）'],
      stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: gone('comment'), c: gone(BACK) },
    },
    { by: 'a', act: 'approve', lines: ['{a} 同意 → {c}：终审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: gone('comment'), c: has(LONG, DECIDES) } },
    { by: 'c', act: 'approve', lines: ['{c} 同意'], stands: { hr: never(), subject: never(), a: gone(), b: gone(), c: gone() } },
  ],
};

/** Others lose the task; who had approved is not asked again. @type {Scenario} */
const returnInCountersign = {
  name: 'returnInCountersign', title: '会签中退回', cast: ['hr', 'subject', 'a', 'b', 'c', 'd'], ends: 'approved',
  definition: processOf([step('first', '初审', 'inOrder', ['a']), step('all', '会签', 'allOf', ['b', 'c', 'd'])]),
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: never(), c: never(), d: never() } },
    {
      by: 'a', act: 'approve', lines: ['{a} 同意 → {b}：会签（指定人员） → {c}：会签（指定人员） → {d}：会签（指定人员）'],
      stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: has(LONG, DECIDES), c: has(LONG, DECIDES), d: has(LONG, DECIDES) },
    },
    { by: 'b', act: 'approve', lines: ['{b} 同意'], stands: { hr: never(SUBMITTED), subject: never(), a: gone('comment'), b: gone(BACK), c: keeps(LONG, DECIDES), d: keeps(LONG, DECIDES) } },
    {
      by: 'c', act: 'return', body: { to: { nodeId: 'first' }, then: 'straightBack', comment: '口径有误' }, lines: ['{c} 退回给初审（直达我处） “口径有误” → {a}：初审（指定人员）'],
      stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: gone('comment'), c: gone(BACK), d: gone('comment') },
    },
    {
      by: 'a', act: 'approve', lines: ['{a} 同意 → {c}：会签（指定人员） → {d}：会签（指定人员）'],
      stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: gone('comment'), c: has(LONG, DECIDES), d: has(LONG, DECIDES) },
    },
    { by: 'c', act: 'approve', lines: ['{c} 同意'], stands: { hr: never(SUBMITTED), subject: never(), a: gone('comment'), b: gone('comment'), c: gone(BACK), d: keeps(LONG, DECIDES) } },
    { by: 'd', act: 'approve', lines: ['{d} 同意'], stands: { hr: never(), subject: never(), a: gone(), b: gone(), c: gone(), d: gone() } },
  ],
};

const SHORT = 12;

/** The old deadline acts on nothing; what comes back has a clock of its own. @type {Scenario} */
const returnedPastDeadline = {
  name: 'returnedPastDeadline', title: '退回后原期限已过，不再生效', cast: ['hr', 'subject', 'a'], ends: 'approved',
  definition: processOf([step('first', '初审', 'inOrder', ['a'], { duration: seconds(SHORT), timeout: { act: 'remind', every: seconds(LONG) } })], { settings }),
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(SHORT, DECIDES) } },
    { by: 'a', act: 'return', body: { comment: '请补充' }, lines: ['{a} 退回给提交人（从该节点起重新审批） “请补充”'], stands: { hr: has(AGAIN, RETURNED), subject: never(), a: gone(BACK) } },
    { pause: SHORT + 4, lines: [], stands: { hr: keeps(AGAIN, RETURNED), subject: never(), a: gone(BACK) } },
    { by: 'hr', act: 'resubmit', body: {}, lines: ['{hr} 重新提交 → {a}：初审（指定人员）'], stands: { hr: gone(SUBMITTED), subject: never(), a: has(SHORT, DECIDES) } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: gone(), subject: never(), a: gone() } },
  ],
};

/** @type {Scenario[]} */
export const returning = [returnToSubmitter, returnRerun, returnStraightBack, returnInCountersign, returnedPastDeadline];
