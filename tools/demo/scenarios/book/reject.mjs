import { processOf, step } from '../nodes.mjs';
import { DECIDES, gone, has, keeps, LONG, never, SUBMITTED } from '../statements.mjs';

/** 拒绝: needs words, ends the case; later steps are never asked. @type {import('../statements.mjs').Scenario} */
export const reject = {
  name: 'reject', title: '拒绝', cast: ['hr', 'subject', 'a', 'b'], ends: 'rejected',
  definition: processOf([step('first', '初审', 'inOrder', ['a']), step('second', '复审', 'inOrder', ['b'])]),
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: never() } },
    { by: 'a', act: 'reject', refused: 'REQUEST.INVALID', lines: [], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES), b: never() } },
    { by: 'a', act: 'reject', body: { comment: '依据不足' }, lines: ['{a} 拒绝 “依据不足”'], stands: { hr: never(), subject: never(), a: gone(), b: never() } },
  ],
};
