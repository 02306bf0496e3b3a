import { processOf, step } from '../nodes.mjs';
import { BACK, DECIDES, gone, has, keeps, LONG, never, SUBMITTED } from '../statements.mjs';

/** @typedef {import('../statements.mjs').Scenario} Scenario */

const twoSteps = processOf([step('first', '初审', 'inOrder', ['a']), step('second', '复审', 'inOrder', ['b'])]);

/** @type {Scenario} */
const approve = {
  name: 'approve', title: '同意', cast: ['hr', 'subject', 'a', 'b'], definition: twoSteps, ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: never() } },
    { by: 'a', act: 'approve', body: { comment: '情况属实' }, lines: ['{a} 同意 “情况属实” → {b}：复审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: has(LONG, DECIDES) } },
    { by: 'b', act: 'approve', lines: ['{b} 同意'], stands: { hr: never(), subject: never(), a: gone(), b: gone() } },
  ],
};

/** Needs words, ends the case; later steps are never asked. @type {Scenario} */
const reject = {
  name: 'reject', title: '拒绝', cast: ['hr', 'subject', 'a', 'b'], definition: twoSteps, ends: 'rejected',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: never() } },
    { by: 'a', act: 'reject', refused: 'REQUEST.INVALID', lines: [], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES), b: never() } },
    { by: 'a', act: 'reject', body: { comment: '依据不足' }, lines: ['{a} 拒绝 “依据不足”'], stands: { hr: never(), subject: never(), a: gone(), b: never() } },
  ],
};

/** Nobody approves the own case: who is named goes over to the next manager. @type {Scenario} */
const approverIsSubject = {
  name: 'approverIsSubject', title: '审批人就是当事人，向上顺延', cast: ['hr', 'subject', 'manager'], definition: processOf([step('first', '初审', 'inOrder', ['subject'])]), ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {manager}：初审（原审批人为当事人，向上顺延）'], stands: { hr: never(SUBMITTED), subject: never(), manager: has(LONG, DECIDES) } },
    { by: 'subject', act: 'approve', refused: 'ACTOR.IS_SUBJECT', lines: [], stands: { hr: never(SUBMITTED), subject: never(), manager: keeps(LONG, DECIDES) } },
    { by: 'manager', act: 'approve', lines: ['{manager} 同意'], stands: { hr: never(), subject: never(), manager: gone() } },
  ],
};

/** Somebody who has approved acts once. @type {Scenario} */
const samePersonTwice = {
  name: 'samePersonTwice', title: '同一人只处理一次', cast: ['hr', 'subject', 'a', 'b'], ends: 'approved',
  definition: processOf([step('first', '初审', 'inOrder', ['a']), step('second', '复审', 'allOf', ['a', 'b'])]),
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: never() } },
    { by: 'a', act: 'approve', lines: ['{a} 同意 → {b}：复审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: has(LONG, DECIDES) } },
    { by: 'b', act: 'approve', lines: ['{b} 同意'], stands: { hr: never(), subject: never(), a: gone(), b: gone() } },
  ],
};

/** The submitter says who is asked. @type {Scenario} */
const submitterChooses = {
  name: 'submitterChooses', title: '提交人自选审批人', cast: ['hr', 'subject', 'a', 'b'], ends: 'approved', chosen: { first: ['@b'] },
  definition: processOf([step('first', '初审', 'inOrder', [{ type: 'submitterChooses', min: 1, max: 1 }])]),
  course: [
    { submit: true, lines: ['{hr} 提交 → {b}：初审（提交人指定）'], stands: { hr: never(SUBMITTED), subject: never(), a: never(), b: has(LONG, DECIDES) } },
    { by: 'b', act: 'approve', lines: ['{b} 同意'], stands: { hr: never(), subject: never(), a: never(), b: gone() } },
  ],
};

/** @type {Scenario[]} */
export const deciding = [approve, reject, approverIsSubject, samePersonTwice, submitterChooses];
