import { processOf, step } from '../nodes.mjs';
import { DECIDES, gone, has, keeps, LONG, never, shares, STANDS_IN, SUBMITTED } from '../statements.mjs';

/** @typedef {import('../statements.mjs').Scenario} Scenario */

const HOUR = 3_600;
const forA = { onBehalfOf: 'a' };
const oneStep = processOf([step('first', '初审', 'inOrder', ['a'])]);

/** By the person: the task stands in both inboxes, and the record says who acted for whom. @type {Scenario} */
const delegationByPerson = {
  name: 'delegationByPerson', title: '本人委托', cast: ['hr', 'subject', 'a', 'x'], own: ['a', 'x'], definition: oneStep, ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), x: never() } },
    { delegate: { from: 'a', to: 'x', seconds: HOUR }, lines: [], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES), x: shares(LONG, STANDS_IN, 'a') } },
    { by: 'x', act: 'approve', holder: 'a', body: { comment: '代为同意' }, lines: ['{x} 代 {a} 同意 “代为同意”'], stands: { hr: never(), subject: never(), a: gone(), x: gone() } },
    { ends: 'a', lines: [], stands: { hr: never(), subject: never(), a: gone(), x: gone() } },
  ],
};

/** By HR, for somebody who cannot. @type {Scenario} */
const delegationByHr = {
  name: 'delegationByHr', title: '人力资源代为设置委托', cast: ['hr', 'hr2', 'subject', 'a', 'x'], own: ['a', 'x'], definition: oneStep, ends: 'rejected',
  course: [
    { delegate: { from: 'a', to: 'x', seconds: HOUR, byHr: true }, lines: [], stands: { hr: never(), hr2: never(), subject: never(), a: never(), x: never() } },
    {
      submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'],
      stands: { hr: never(SUBMITTED), hr2: never('nudge comment'), subject: never(), a: has(LONG, DECIDES), x: has(LONG, STANDS_IN, forA) },
    },
    { by: 'x', act: 'reject', holder: 'a', body: { comment: '不符合规定' }, lines: ['{x} 代 {a} 拒绝 “不符合规定”'], stands: { hr: never(), hr2: never(), subject: never(), a: gone(), x: gone() } },
    { ends: 'hr2', lines: [], stands: { hr: never(), hr2: never(), subject: never(), a: gone(), x: gone() } },
  ],
};

/** It ends on time, in the middle of the case. @type {Scenario} */
const delegationEnds = {
  name: 'delegationEnds', title: '委托在中途到期', cast: ['hr', 'subject', 'a', 'x'], own: ['a', 'x'], definition: oneStep, ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), x: never() } },
    { delegate: { from: 'a', to: 'x', seconds: 12 }, lines: [], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES), x: shares(LONG, STANDS_IN, 'a') } },
    { delegationOver: true, lines: [], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES), x: gone() } },
    { by: 'x', act: 'approve', refused: 'DELEGATION.ENDED', lines: [], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES), x: gone() } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(), subject: never(), a: gone(), x: gone() } },
  ],
};

/** A substitute has no more rights than who is substituted, and none in the own case. @type {Scenario} */
const delegateIsSubmitter = {
  name: 'delegateIsSubmitter', title: '受托人是提交人', cast: ['hr', 'subject', 'a'], own: ['a'], definition: oneStep, ends: 'approved',
  course: [
    { delegate: { from: 'a', to: 'hr', seconds: HOUR }, lines: [], stands: { hr: never(), subject: never(), a: never() } },
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES) } },
    { by: 'hr', act: 'approve', refused: 'DELEGATION.OWN_CASE', lines: [], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES) } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(), subject: never(), a: gone() } },
    { ends: 'a', lines: [], stands: { hr: never(), subject: never(), a: gone() } },
  ],
};

/** @type {Scenario[]} */
export const standingIn = [delegationByPerson, delegationByHr, delegationEnds, delegateIsSubmitter];
