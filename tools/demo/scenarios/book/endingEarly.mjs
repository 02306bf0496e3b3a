import { processOf, step } from '../nodes.mjs';
import { BACK, DECIDES, gone, has, LONG, never, SUBMITTED } from '../statements.mjs';

/** @typedef {import('../statements.mjs').Scenario} Scenario */

const twoSteps = processOf([step('first', '初审', 'inOrder', ['a']), step('second', '复审', 'inOrder', ['b'])]);
const threeSteps = processOf([step('first', '初审', 'inOrder', ['a']), step('second', '复审', 'inOrder', ['b']), step('third', '终审', 'inOrder', ['c'])]);

/** By the submitter, while it runs. @type {Scenario} */
const withdraw = {
  name: 'withdraw', title: '撤回', cast: ['hr', 'subject', 'a', 'b'], definition: twoSteps, ends: 'withdrawn',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: never() } },
    { by: 'a', act: 'approve', lines: ['{a} 同意 → {b}：复审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: has(LONG, DECIDES) } },
    { by: 'hr', act: 'withdraw', onCase: true, body: { comment: '不再需要' }, lines: ['{hr} 撤回 “不再需要”'], stands: { hr: never(), subject: never(), a: gone(), b: gone() } },
  ],
};

/** Of an approved case whose effects can be undone: the plan version is not approved any more. @type {Scenario} */
const withdrawAfterEnd = {
  name: 'withdrawAfterEnd', title: '通过后撤回，撤销其效果', cast: ['hr', 'subject', 'a'], purpose: 'planVersion', ends: 'withdrawn',
  definition: processOf([step('first', '初审', 'inOrder', ['a'])], { kind: 'plans', settings: { withdrawAfterEnd: true } }),
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES) } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never('withdraw'), subject: never(), a: gone() } },
    { by: 'a', act: 'withdraw', onCase: true, refused: 'ACTOR.NOT_ASSIGNED', lines: [], stands: { hr: never('withdraw'), subject: never(), a: gone() } },
    { by: 'hr', act: 'withdraw', onCase: true, body: { comment: '需要重做' }, lines: ['{hr} 撤回 “需要重做”'], stands: { hr: never(), subject: never(), a: gone() } },
  ],
};

/** My decision, while the next person has not acted. @type {Scenario} */
const takeBack = {
  name: 'takeBack', title: '拿回', cast: ['hr', 'subject', 'a', 'b'], definition: twoSteps, ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: never() } },
    { by: 'a', act: 'approve', lines: ['{a} 同意 → {b}：复审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: has(LONG, DECIDES) } },
    { by: 'a', act: 'takeBack', body: { comment: '看漏了' }, lines: ['{a} 拿回决定 “看漏了” → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: gone('comment') } },
    { by: 'a', act: 'approve', lines: ['{a} 同意 → {b}：复审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: has(LONG, DECIDES) } },
    { by: 'b', act: 'approve', lines: ['{b} 同意'], stands: { hr: never(), subject: never(), a: gone(), b: gone() } },
  ],
};

/** A race with the next decision has one winner, and the other is told. @type {Scenario} */
const takeBackRace = {
  name: 'takeBackRace', title: '拿回与下一位的决定同时发生', cast: ['hr', 'subject', 'a', 'b', 'c'], definition: threeSteps, ends: 'withdrawn',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: never(), c: never() } },
    { by: 'a', act: 'approve', lines: ['{a} 同意 → {b}：复审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: has(LONG, DECIDES), c: never() } },
    {
      together: [{ by: 'a', act: 'takeBack' }, { by: 'b', act: 'approve' }],
      either: {
        a: { refused: 'VISIT.ALREADY_DECIDED', lines: ['{a} 拿回决定 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: gone('comment'), c: never() } },
        b: { refused: 'APPROVAL.TOO_LATE', lines: ['{b} 同意 → {c}：终审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone('comment'), b: gone(BACK), c: has(LONG, DECIDES) } },
      },
    },
    {
      by: 'hr', act: 'withdraw', onCase: true,
      either: {
        a: { lines: ['{hr} 撤回'], stands: { hr: never(), subject: never(), a: gone(), b: gone(), c: never() } },
        b: { lines: ['{hr} 撤回'], stands: { hr: never(), subject: never(), a: gone(), b: gone(), c: gone() } },
      },
    },
  ],
};

/** @type {Scenario[]} */
export const endingEarly = [withdraw, withdrawAfterEnd, takeBack, takeBackRace];
