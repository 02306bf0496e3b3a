import { copyTo, processOf, step } from '../nodes.mjs';
import { BACK, DECIDES, gone, has, keeps, LONG, never, SUBMITTED } from '../statements.mjs';

/** @typedef {import('../statements.mjs').Scenario} Scenario */

const oneStep = processOf([step('first', '初审', 'inOrder', ['a'])]);

/** Once per approver and day, whoever asks. @type {Scenario} */
const nudge = {
  name: 'nudge', title: '催办，每人每天一次', cast: ['hr', 'hr2', 'subject', 'a'], own: ['a'], definition: oneStep, ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), hr2: never('nudge comment'), subject: never(), a: has(LONG, DECIDES) } },
    { by: 'hr', act: 'nudge', onCase: true, lines: ['{hr} 催办'], stands: { hr: never(SUBMITTED), hr2: never('nudge comment'), subject: never(), a: keeps(LONG, DECIDES) } },
    { by: 'hr', act: 'nudge', onCase: true, refused: 'APPROVAL_STORE.ALREADY_NUDGED', lines: [], stands: { hr: never(SUBMITTED), hr2: never('nudge comment'), subject: never(), a: keeps(LONG, DECIDES) } },
    { by: 'hr2', act: 'nudge', onCase: true, refused: 'APPROVAL_STORE.ALREADY_NUDGED', lines: [], stands: { hr: never(SUBMITTED), hr2: never('nudge comment'), subject: never(), a: keeps(LONG, DECIDES) } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(), hr2: never(), subject: never(), a: gone() } },
  ],
};

/** Words that decide nothing, and a mark that it was read. @type {Scenario} */
const commentAndRead = {
  name: 'commentAndRead', title: '评论与已阅', cast: ['hr', 'subject', 'a', 'x'], definition: oneStep, ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), x: never() } },
    { by: 'a', act: 'read', lines: [], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES), x: never() } },
    { by: 'a', act: 'comment', body: { comment: '我核对一下' }, lines: ['{a} 评论 “我核对一下”'], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES), x: never() } },
    { by: 'hr', act: 'comment', onCase: true, body: { comment: '谢谢' }, lines: ['{hr} 评论 “谢谢”'], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES), x: never() } },
    { by: 'x', act: 'comment', onCase: true, body: { comment: '路过' }, refused: 'ACCESS.DENIED', lines: [], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES), x: never() } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(), subject: never(), a: gone(), x: never() } },
  ],
};

/** Sees it, decides nothing. @type {Scenario} */
const copy = {
  name: 'copy', title: '抄送', cast: ['hr', 'subject', 'a', 'b', 'k'], ends: 'approved',
  definition: processOf([step('first', '初审', 'inOrder', ['a']), copyTo('told', '抄送财务', ['k']), step('second', '复审', 'inOrder', ['b'])]),
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: never(), k: never() } },
    { by: 'a', act: 'approve', lines: ['{a} 同意 → {b}：复审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: has(LONG, DECIDES), k: never('', { copied: true }) } },
    { by: 'k', act: 'readCopy', lines: [], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: keeps(LONG, DECIDES), k: never('', { copied: true }) } },
    { by: 'k', act: 'approve', refused: 'ACCESS.DENIED', lines: [], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: keeps(LONG, DECIDES), k: never('', { copied: true }) } },
    { by: 'b', act: 'approve', lines: ['{b} 同意'], stands: { hr: never(), subject: never(), a: gone(), b: gone(), k: never('', { copied: true }) } },
  ],
};

/** @type {Scenario[]} */
export const words = [nudge, commentAndRead, copy];
