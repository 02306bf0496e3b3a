import { processOf, step } from '../nodes.mjs';
import { ADDED, BACK, DECIDES, gone, has, keeps, LONG, never, SUBMITTED } from '../statements.mjs';

/** @typedef {import('../statements.mjs').Scenario} Scenario */

/** The added person acts first, then it comes back to the adder; an added person cannot add again. @type {Scenario} */
const addBefore = {
  name: 'addBefore', title: '前加签，被加签的人不能再加签', cast: ['hr', 'subject', 'a', 'x', 'y'], definition: processOf([step('first', '初审', 'inOrder', ['a'])]), ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), x: never(), y: never() } },
    {
      by: 'a', act: 'addBefore', body: { personIds: ['@x'], comment: '请先核对' }, lines: ['{a} 前加签 {x} “请先核对” → {x}：初审（前加签）'],
      stands: { hr: never(SUBMITTED), subject: never(), a: gone('removeAdded comment'), x: has(LONG, ADDED), y: never() },
    },
    { by: 'x', act: 'addBefore', body: { personIds: ['@y'] }, refused: 'APPROVAL.ADDED_ADDS', lines: [], stands: { hr: never(SUBMITTED), subject: never(), a: gone('removeAdded comment'), x: keeps(LONG, ADDED), y: never() } },
    { by: 'x', act: 'approve', lines: ['{x} 同意 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), x: gone(BACK), y: never() } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(), subject: never(), a: gone(), x: gone(), y: never() } },
  ],
};

/** The adder has approved; the added person acts before the next step. @type {Scenario} */
const addAfter = {
  name: 'addAfter', title: '后加签', cast: ['hr', 'subject', 'a', 'b', 'x'], ends: 'approved',
  definition: processOf([step('first', '初审', 'inOrder', ['a']), step('second', '复审', 'inOrder', ['b'])]),
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: never(), x: never() } },
    {
      by: 'a', act: 'addAfter', body: { personIds: ['@x'], comment: '请法务再看' }, lines: ['{a} 同意并后加签 {x} “请法务再看” → {x}：初审（后加签）'],
      stands: { hr: never(SUBMITTED), subject: never(), a: gone('takeBack removeAdded comment'), b: never(), x: has(LONG, ADDED) },
    },
    { by: 'x', act: 'approve', lines: ['{x} 同意 → {b}：复审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone('comment'), b: has(LONG, DECIDES), x: gone(BACK) } },
    { by: 'b', act: 'approve', lines: ['{b} 同意'], stands: { hr: never(), subject: never(), a: gone(), b: gone(), x: gone() } },
  ],
};

/** The added person joins the step with a full length, and nobody has less time than before. @type {Scenario} */
const addBeside = {
  name: 'addBeside', title: '并加签', cast: ['hr', 'subject', 'a', 'b', 'x'], definition: processOf([step('all', '会签', 'allOf', ['a', 'b'])]), ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：会签（指定人员） → {b}：会签（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: has(LONG, DECIDES), x: never() } },
    {
      by: 'a', act: 'addBeside', body: { personIds: ['@x'] }, lines: ['{a} 并加签 {x} → {x}：会签（并加签）'],
      stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, `${DECIDES} removeAdded`), b: has(LONG, DECIDES), x: has(LONG, ADDED) },
    },
    { by: 'x', act: 'approve', lines: ['{x} 同意'], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES), b: keeps(LONG, DECIDES), x: gone(BACK) } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: keeps(LONG, DECIDES), x: gone(BACK) } },
    { by: 'b', act: 'approve', lines: ['{b} 同意'], stands: { hr: never(), subject: never(), a: gone(), b: gone(), x: gone() } },
  ],
};

/** Only somebody whom I added and who has not acted. @type {Scenario} */
const removeAdded = {
  name: 'removeAdded', title: '减签', cast: ['hr', 'subject', 'a', 'b', 'x', 'y'], definition: processOf([step('all', '会签', 'allOf', ['a', 'b'])]), ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：会签（指定人员） → {b}：会签（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: has(LONG, DECIDES), x: never(), y: never() } },
    {
      by: 'a', act: 'addBeside', body: { personIds: ['@x', '@y'] }, lines: ['{a} 并加签 {x}、{y} → {x}：会签（并加签） → {y}：会签（并加签）'],
      stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, `${DECIDES} removeAdded`), b: has(LONG, DECIDES), x: has(LONG, ADDED), y: has(LONG, ADDED) },
    },
    {
      by: 'b', act: 'removeAdded', body: { personId: '@y' }, refused: 'APPROVAL.NOT_ADDED_BY_YOU', lines: [],
      stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, `${DECIDES} removeAdded`), b: keeps(LONG, DECIDES), x: keeps(LONG, ADDED), y: keeps(LONG, ADDED) },
    },
    {
      by: 'a', act: 'removeAdded', body: { personId: '@y' }, lines: ['{a} 减签 {y}'],
      stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, `${DECIDES} removeAdded`), b: keeps(LONG, DECIDES), x: keeps(LONG, ADDED), y: gone('comment') },
    },
    { by: 'x', act: 'approve', lines: ['{x} 同意'], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES), b: keeps(LONG, DECIDES), x: gone(BACK), y: gone('comment') } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: keeps(LONG, DECIDES), x: gone(BACK), y: gone('comment') } },
    { by: 'b', act: 'approve', lines: ['{b} 同意'], stands: { hr: never(), subject: never(), a: gone(), b: gone(), x: gone(), y: gone() } },
  ],
};

/** @type {Scenario[]} */
export const adding = [addBefore, addAfter, addBeside, removeAdded];
