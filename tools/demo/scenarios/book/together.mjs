import { processOf, step } from '../nodes.mjs';
import { BACK, DECIDES, gone, has, keeps, LONG, never, SUBMITTED } from '../statements.mjs';

/** @typedef {import('../statements.mjs').Scenario} Scenario */

const threeAtOnce = (more = {}) => processOf([step('all', '会签', 'allOf', ['a', 'b', 'c'], more)]);
const askedAll = { submit: true, lines: ['{hr} 提交 → {a}：会签（指定人员） → {b}：会签（指定人员） → {c}：会签（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: has(LONG, DECIDES), c: has(LONG, DECIDES) } };

/** The first reject ends it. @type {Scenario} */
const allOfVeto = {
  name: 'allOfVeto', title: '会签，一票否决', cast: ['hr', 'subject', 'a', 'b', 'c'], definition: threeAtOnce(), ends: 'rejected',
  course: [
    askedAll,
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: keeps(LONG, DECIDES), c: keeps(LONG, DECIDES) } },
    { by: 'b', act: 'reject', body: { comment: '预算不足' }, lines: ['{b} 拒绝 “预算不足”'], stands: { hr: never(), subject: never(), a: gone(), b: gone(), c: gone() } },
  ],
};

/** Everybody is heard before it ends. @type {Scenario} */
const allOfWaits = {
  name: 'allOfWaits', title: '会签，等待全部人表态', cast: ['hr', 'subject', 'a', 'b', 'c'], definition: threeAtOnce({ onReject: 'waitForAll' }), ends: 'rejected',
  course: [
    askedAll,
    { by: 'b', act: 'reject', body: { comment: '预算不足' }, lines: ['{b} 拒绝 “预算不足”'], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES), b: gone(BACK), c: keeps(LONG, DECIDES) } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: gone(BACK), c: keeps(LONG, DECIDES) } },
    { by: 'c', act: 'approve', lines: ['{c} 同意'], stands: { hr: never(), subject: never(), a: gone(), b: gone(), c: gone() } },
  ],
};

/** One after the other, each with a full length. @type {Scenario} */
const inOrder = {
  name: 'inOrder', title: '依次会签', cast: ['hr', 'subject', 'a', 'b'], definition: processOf([step('line', '依次会签', 'inOrder', ['a', 'b'])]), ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：依次会签（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: never() } },
    { by: 'b', act: 'approve', refused: 'ACCESS.DENIED', lines: [], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES), b: never() } },
    { by: 'a', act: 'approve', lines: ['{a} 同意 → {b}：依次会签（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: has(LONG, DECIDES) } },
    { by: 'b', act: 'approve', lines: ['{b} 同意'], stands: { hr: never(), subject: never(), a: gone(), b: gone() } },
  ],
};

/** Two press at the same moment: one counts, the other reads who was first. @type {Scenario} */
const anyOfAtOnce = {
  name: 'anyOfAtOnce', title: '或签，两人同时点击', cast: ['hr', 'subject', 'a', 'b'], definition: processOf([step('any', '或签', 'anyOf', ['a', 'b'])]), ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：或签（指定人员） → {b}：或签（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: has(LONG, DECIDES) } },
    { together: [{ by: 'a', act: 'approve' }, { by: 'b', act: 'approve' }], refused: 'VISIT.ALREADY_DECIDED', lines: ['{winner} 同意'], stands: { hr: never(), subject: never(), winner: gone(), loser: gone() } },
  ],
};

const vote = (thresholdBp, weightsBp) => processOf([step('vote', '票签', 'weightedVote', ['a', 'b', 'c'], { thresholdBp, weightsBp })]);
const askedVote = { submit: true, lines: ['{hr} 提交 → {a}：票签（指定人员） → {b}：票签（指定人员） → {c}：票签（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: has(LONG, DECIDES), c: has(LONG, DECIDES) } };

/** Half is not more than half; as soon as it is more, nobody else is needed. @type {Scenario} */
const votePasses = {
  name: 'votePasses', title: '票签通过', cast: ['hr', 'subject', 'a', 'b', 'c'], definition: vote(5_000, [5_000, 3_000, 2_000]), ends: 'approved',
  course: [
    askedVote,
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: keeps(LONG, DECIDES), c: keeps(LONG, DECIDES) } },
    { by: 'b', act: 'approve', lines: ['{b} 同意'], stands: { hr: never(), subject: never(), a: gone(), b: gone(), c: gone() } },
  ],
};

/** It fails as soon as it cannot pass. @type {Scenario} */
const voteFails = {
  name: 'voteFails', title: '票签无法通过时立即结束', cast: ['hr', 'subject', 'a', 'b', 'c'], definition: vote(5_000, [5_000, 3_000, 2_000]), ends: 'rejected',
  course: [askedVote, { by: 'a', act: 'reject', body: { comment: '时间过长' }, lines: ['{a} 拒绝 “时间过长”'], stands: { hr: never(), subject: never(), a: gone(), b: gone(), c: gone() } }],
};

/** One reject does not end it while it can pass. @type {Scenario} */
const rejectUnderVote = {
  name: 'rejectUnderVote', title: '票签中有人拒绝但仍可通过', cast: ['hr', 'subject', 'a', 'b', 'c'], definition: vote(5_000, [4_000, 3_000, 3_000]), ends: 'approved',
  course: [
    askedVote,
    { by: 'b', act: 'reject', body: { comment: '不赞成' }, lines: ['{b} 拒绝 “不赞成”'], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES), b: gone(BACK), c: keeps(LONG, DECIDES) } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: gone(BACK), c: keeps(LONG, DECIDES) } },
    { by: 'c', act: 'approve', lines: ['{c} 同意'], stands: { hr: never(), subject: never(), a: gone(), b: gone(), c: gone() } },
  ],
};

/** @type {Scenario[]} */
export const together = [allOfVeto, allOfWaits, inOrder, anyOfAtOnce, votePasses, voteFails, rejectUnderVote];
