import { processOf, step } from '../nodes.mjs';
import { BACK, DECIDES, gone, has, keeps, LONG, never, SUBMITTED } from '../statements.mjs';

/** @typedef {import('../statements.mjs').Scenario} Scenario */

/** Cents from which the director is asked. */
const MUCH = 1_000_000;
const byAmount = processOf(
  [{ id: 'size', type: 'condition', branches: [{ id: 'much', when: [{ test: 'between', field: 'amount', atLeast: MUCH }], nodes: [step('director', '总监审批', 'inOrder', ['a'])] }], otherwise: { nodes: [step('lead', '主管审批', 'inOrder', ['b'])] } }],
  { form: [{ id: 'amount', type: 'amount', title: { zh: '金额' } }] },
);

/** @type {Scenario} */
const conditionHolds = {
  name: 'conditionHolds', title: '条件分支：金额较大', cast: ['hr', 'subject', 'a', 'b'], definition: byAmount, fields: { amount: MUCH }, ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：总监审批（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: never() } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(), subject: never(), a: gone(), b: never() } },
  ],
};

/** @type {Scenario} */
const conditionOtherwise = {
  name: 'conditionOtherwise', title: '条件分支：默认', cast: ['hr', 'subject', 'a', 'b'], definition: byAmount, fields: { amount: MUCH - 1 }, ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {b}：主管审批（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: never(), b: has(LONG, DECIDES) } },
    { by: 'b', act: 'approve', lines: ['{b} 同意'], stands: { hr: never(), subject: never(), a: never(), b: gone() } },
  ],
};

/** Both branches at once; what follows waits for both. @type {Scenario} */
const parallelJoins = {
  name: 'parallelJoins', title: '并行分支汇合', cast: ['hr', 'subject', 'a', 'b', 'c'], ends: 'approved',
  definition: processOf([
    { id: 'both', type: 'parallel', branches: [{ id: 'law', nodes: [step('legal', '法务', 'inOrder', ['a'])] }, { id: 'money', nodes: [step('finance', '财务', 'inOrder', ['b'])] }] },
    step('last', '终审', 'inOrder', ['c']),
  ]),
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：法务（指定人员） → {b}：财务（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: has(LONG, DECIDES), c: never() } },
    { by: 'b', act: 'approve', lines: ['{b} 同意'], stands: { hr: never(SUBMITTED), subject: never(), a: keeps(LONG, DECIDES), b: gone(BACK), c: never() } },
    { by: 'a', act: 'approve', lines: ['{a} 同意 → {c}：终审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: gone(BACK), c: has(LONG, DECIDES) } },
    { by: 'c', act: 'approve', lines: ['{c} 同意'], stands: { hr: never(), subject: never(), a: gone(), b: gone(), c: gone() } },
  ],
};

/** Another published process at this place. @type {Scenario} */
const subProcess = {
  name: 'subProcess', title: '子流程', cast: ['hr', 'subject', 'a', 'b'], ends: 'approved', parts: { legal: processOf([step('check', '合规检查', 'inOrder', ['a'])]) },
  definition: processOf([{ id: 'inner', type: 'subProcess', title: { zh: '合规' }, definitionId: 'legal', version: 1 }, step('last', '终审', 'inOrder', ['b'])]),
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：合规检查（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES), b: never() } },
    { by: 'a', act: 'approve', lines: ['{a} 同意 → {b}：终审（指定人员）'], stands: { hr: never(SUBMITTED), subject: never(), a: gone(BACK), b: has(LONG, DECIDES) } },
    { by: 'b', act: 'approve', lines: ['{b} 同意'], stands: { hr: never(), subject: never(), a: gone(), b: gone() } },
  ],
};

/** Nobody has the role: the named fallback is asked. It never passes by itself. @type {Scenario} */
const emptyNode = {
  name: 'emptyNode', title: '找不到审批人，由备用审批人处理', cast: ['hr', 'subject', 'a'], ends: 'approved',
  definition: processOf([step('first', '初审', 'inOrder', [{ type: 'role', role: 'chair', scope: 'session' }], { fallback: [{ type: 'person', personId: '@a' }] })]),
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（备用审批人）'], stands: { hr: never(SUBMITTED), subject: never(), a: has(LONG, DECIDES) } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(), subject: never(), a: gone() } },
  ],
};

/** @type {Scenario[]} */
export const blocks = [conditionHolds, conditionOtherwise, parallelJoins, subProcess, emptyNode];
