import { processOf, step } from '../nodes.mjs';
import { DECIDES, gone, has, LONG, never, SUBMITTED } from '../statements.mjs';

/** 同意: two steps, one after the other. @type {import('../statements.mjs').Scenario} */
export const approve = {
  name: 'approve', title: '同意', cast: ['hr', 'subject', 'a', 'b'], ends: 'approved',
  definition: processOf([step('first', '初审', 'inOrder', ['a']), step('second', '复审', 'inOrder', ['b'])]),
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: never() } },
    { by: 'a', act: 'approve', body: { comment: '情况属实' }, lines: ['{a} 同意 “情况属实” → {b}：复审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone('takeBack comment'), b: has(LONG, DECIDES) } },
    { by: 'b', act: 'approve', lines: ['{b} 同意'], stands: { hr: never(), subject: never(), a: gone(), b: gone() } },
  ],
};
