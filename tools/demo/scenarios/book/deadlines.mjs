import { processOf, seconds, step } from '../nodes.mjs';
import { DECIDES, gone, has, keeps, LONG, never, SUBMITTED } from '../statements.mjs';

/** @typedef {import('../statements.mjs').Scenario} Scenario */

const SHORT = 12;
const AGAIN = 10;
const late = (approvers, timeout) => processOf([step('first', '初审', 'inOrder', approvers, { duration: seconds(SHORT), timeout })]);
const asked = { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(SHORT, DECIDES) } };

/** A reminder that fires again, and again. @type {Scenario} */
const remindsAgain = {
  name: 'remindsAgain', title: '到期后继续提醒', cast: ['hr', 'subject', 'a'], definition: late(['a'], { act: 'remind', every: seconds(AGAIN) }), ends: 'approved',
  course: [
    asked,
    { waits: true, lines: ['超时：继续提醒'], stands: { hr: never(SUBMITTED), subject: never(), a: has(AGAIN, DECIDES) } },
    { waits: true, lines: ['超时：继续提醒'], stands: { hr: never(SUBMITTED), subject: never(), a: has(AGAIN, DECIDES) } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(), subject: never(), a: gone() } },
  ],
};

/** To the next manager, with a clock of their own. @type {Scenario} */
const escalates = {
  name: 'escalates', title: '到期转交上一级', cast: ['hr', 'subject', 'manager', 'boss'], definition: late([{ type: 'lineManager', level: 1 }], { act: 'escalate' }), ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {manager}：初审（直属上级）'], stands: { hr: never(SUBMITTED), subject: never(), manager: has(SHORT, DECIDES), boss: never() } },
    { waits: true, lines: ['超时：转交上一级 → {boss}：初审（逾期升级）'], stands: { hr: never(SUBMITTED), subject: never(), manager: gone('comment'), boss: has(SHORT, DECIDES) } },
    { by: 'boss', act: 'approve', lines: ['{boss} 同意'], stands: { hr: never(), subject: never(), manager: gone(), boss: gone() } },
  ],
};

/** More time, once. @type {Scenario} */
const extends_ = {
  name: 'extends', title: '到期自动延长', cast: ['hr', 'subject', 'a'], definition: late(['a'], { act: 'extend', by: seconds(LONG), times: 1 }), ends: 'approved',
  course: [
    asked,
    { waits: true, lines: ['超时：期限已过'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES) } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(), subject: never(), a: gone() } },
  ],
};

/** HR is told to find somebody; until then the task stays where it is. @type {Scenario} */
const handsToHr = {
  name: 'handsToHr', title: '到期转交人力资源', cast: ['hr', 'hr2', 'subject', 'a'], definition: late(['a'], { act: 'handToHr' }), ends: 'approved',
  course: [
    { ...asked, stands: { ...asked.stands, hr2: never('nudge comment') } },
    { waits: true, lines: ['超时：转交人力资源'], stands: { hr: never(SUBMITTED), hr2: never('nudge comment'), subject: never(), a: has(SHORT, DECIDES) } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(), hr2: never(), subject: never(), a: gone() } },
  ],
};

/** Written as by timeout, never as somebody's approval. @type {Scenario} */
const decidesByDefault = {
  name: 'decidesByDefault', title: '到期默认决定', cast: ['hr', 'subject', 'a'], definition: late(['a'], { act: 'default', decision: 'approve' }), ends: 'approved',
  course: [asked, { waits: true, lines: ['超时：超时默认同意'], stands: { hr: never(), subject: never(), a: gone() } }],
};

/** Who was asked for an opinion says nothing: the task returns to who asked. @type {Scenario} */
const opinionExpires = {
  name: 'opinionExpires', title: '征求意见到期未答复', cast: ['hr', 'subject', 'a', 'x'], definition: late(['a'], { act: 'escalate' }), ends: 'approved',
  course: [
    { ...asked, stands: { ...asked.stands, x: never() } },
    {
      by: 'a', act: 'consult', body: { personId: '@x', comment: '请尽快' }, lines: ['{a} 委派 {x} 给出意见 “请尽快” → {x}：初审（征求意见）'],
      stands: { hr: never(SUBMITTED), subject: never(), a: gone('removeAdded comment'), x: has(SHORT, 'opinion read comment') },
    },
    { waits: true, lines: ['超时：未收到征求的意见 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(SHORT, DECIDES), x: gone('comment') } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(), subject: never(), a: gone(), x: gone() } },
  ],
};

/** Nobody can act for a while: the time is given back before the deadline acts, once. @type {Scenario} */
const downtime = {
  name: 'downtime', title: '停机时间补回', cast: ['hr', 'subject', 'a'], alone: true, kills: true, ends: 'approved',
  definition: processOf([step('first', '初审', 'inOrder', ['a'], { duration: seconds(LONG / 15), timeout: { act: 'remind', every: seconds(LONG) } })]),
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG / 15, DECIDES) } },
    { downtime: true, lines: [], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG / 15, DECIDES) } },
    { waits: true, lines: ['超时：继续提醒'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES) } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(), subject: never(), a: gone() } },
  ],
};

/** @type {Scenario[]} */
export const deadlines = [remindsAgain, escalates, extends_, handsToHr, decidesByDefault, opinionExpires, downtime];
