import { processOf, step } from '../nodes.mjs';
import { ADVISES, BACK, DECIDES, gone, has, keeps, LONG, never, SUBMITTED } from '../statements.mjs';

/** @typedef {import('../statements.mjs').Scenario} Scenario */

const oneStep = processOf([step('first', '初审', 'inOrder', ['a'])]);

/** B replaces A; the record keeps A → B. @type {Scenario} */
const transfer = {
  name: 'transfer', title: '转办', cast: ['hr', 'subject', 'a', 'x'], definition: oneStep, ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), x: never() } },
    { by: 'a', act: 'transfer', body: { toPersonId: '@x', comment: '由他处理' }, lines: ['{a} 转办给 {x} “由他处理” → {x}：初审（转办）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone('comment'), x: has(LONG, DECIDES) } },
    { by: 'x', act: 'approve', lines: ['{x} 同意'], stands: { hr: never(), subject: never(), a: gone(), x: gone() } },
  ],
};

/** Never to the subject. @type {Scenario} */
const transferToSubject = {
  name: 'transferToSubject', title: '不能转办给当事人或提交人', cast: ['hr', 'subject', 'a'], definition: oneStep, ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES) } },
    { by: 'a', act: 'transfer', body: { toPersonId: '@subject', comment: '请本人处理' }, refused: 'APPROVAL.OWN_CASE', lines: [], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES) } },
    { by: 'a', act: 'transfer', body: { toPersonId: '@hr', comment: '请提交人处理' }, refused: 'APPROVAL.OWN_CASE', lines: [], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES) } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(), subject: never(), a: gone() } },
  ],
};

/** B gives an opinion, the task returns to A, A decides. @type {Scenario} */
const consult = {
  name: 'consult', title: '委派征求意见', cast: ['hr', 'subject', 'a', 'x'], definition: oneStep, ends: 'rejected',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), x: never() } },
    { by: 'a', act: 'consult', body: { personId: '@x', comment: '您怎么看' }, lines: ['{a} 委派 {x} 给出意见 “您怎么看” → {x}：初审（征求意见）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone('removeAdded comment'), x: has(LONG, ADVISES) } },
    { by: 'x', act: 'approve', refused: 'APPROVAL.OPERATOR_REFUSED', lines: [], stands: { hr: never(SUBMITTED), subject: never(), a: gone('removeAdded comment'), x: keeps(LONG, ADVISES) } },
    { by: 'x', act: 'opinion', body: { comment: '建议缓一缓' }, lines: ['{x} 提交意见 “建议缓一缓” → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), x: gone(BACK) } },
    { by: 'a', act: 'reject', body: { comment: '暂不延长' }, lines: ['{a} 拒绝 “暂不延长”'], stands: { hr: never(), subject: never(), a: gone(), x: gone() } },
  ],
};

/** @type {Scenario[]} */
export const handing = [transfer, transferToSubject, consult];
