import { processOf, step } from '../nodes.mjs';
import { ADDED, DECIDES, gone, has, keeps, LONG, never, SUBMITTED } from '../statements.mjs';

/** 前加签: the added person acts first, then it comes back to the adder; an added person cannot add again. @type {import('../statements.mjs').Scenario} */
export const addBefore = {
  name: 'addBefore', title: '前加签，被加签的人不能再加签', cast: ['hr', 'subject', 'a', 'x', 'y'], ends: 'approved',
  definition: processOf([step('first', '初审', 'inOrder', ['a'])]),
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), x: never(), y: never() } },
    {
      by: 'a', act: 'addBefore', body: { personIds: ['@x'], comment: '请先核对' }, lines: ['{a} 前加签 {x} “请先核对” → {x}：初审（前加签）'],
      stands: { hr: never(SUBMITTED), subject: never(), a: gone('removeAdded comment'), x: has(LONG, ADDED), y: never() },
    },
    { by: 'x', act: 'addBefore', body: { personIds: ['@y'] }, refused: 'APPROVAL.ADDED_ADDS', lines: [], stands: { hr: never(SUBMITTED), subject: never(), a: gone('removeAdded comment'), x: keeps(LONG, ADDED), y: never() } },
    { by: 'x', act: 'approve', lines: ['{x} 同意 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), x: gone('takeBack comment'), y: never() } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(), subject: never(), a: gone(), x: gone(), y: never() } },
  ],
};
