import { processOf, step } from '../nodes.mjs';
import { BACK, DECIDES, gone, has, keeps, LONG, never, shut, SUBMITTED } from '../statements.mjs';

/** @typedef {import('../statements.mjs').Scenario} Scenario */

const HR = 'nudge comment';
const twoSteps = processOf([step('first', '初审', 'inOrder', ['a']), step('second', '复审', 'inOrder', ['b'])]);

/** Every open task of a leaver goes to the successor; what they decided stays theirs. @type {Scenario} */
const leaverHandsOver = {
  name: 'leaverHandsOver', title: '离职转办给接手人', cast: ['hr', 'hr2', 'subject', 'a', 'b', 'x'], own: ['b', 'x'], definition: twoSteps, ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), hr2: never(HR), subject: never(), a: has(LONG, DECIDES), b: never(), x: never() } },
    { by: 'a', act: 'approve', lines: ['{a} 同意 → {b}：复审（指定人员）'], stands: { hr: never(SUBMITTED), hr2: never(HR), subject: never(), a: gone(BACK), b: has(LONG, DECIDES), x: never() } },
    {
      change: { kind: 'left', employeeId: '@b', successorId: '@x' }, lines: ['离职转办：{b} → {x} → {x}：复审（离职交接）'],
      stands: { hr: never(SUBMITTED), hr2: never(HR), subject: never(), a: gone(BACK), b: shut(), x: has(LONG, DECIDES) },
    },
    { by: 'x', act: 'approve', lines: ['{x} 同意'], stands: { hr: never(), hr2: never(), subject: never(), a: gone(), b: shut(), x: gone() } },
  ],
};

/** Without a successor the declared fallback of the step is asked. @type {Scenario} */
const leaverWithoutSuccessor = {
  name: 'leaverWithoutSuccessor', title: '离职但无接手人', cast: ['hr', 'hr2', 'subject', 'a', 'b'], own: ['a'], ends: 'approved',
  definition: processOf([step('first', '初审', 'inOrder', ['a'], { fallback: [{ type: 'person', personId: '@b' }] })]),
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), hr2: never(HR), subject: never(), a: has(LONG, DECIDES), b: never() } },
    { change: { kind: 'left', employeeId: '@a' }, lines: ['离职转办：{a} → {b}：初审（备用审批人）'], stands: { hr: never(SUBMITTED), hr2: never(HR), subject: never(), a: shut(), b: has(LONG, DECIDES) } },
    { by: 'b', act: 'approve', lines: ['{b} 同意'], stands: { hr: never(), hr2: never(), subject: never(), a: shut(), b: gone() } },
  ],
};

/** The new manager takes over what the old one has not decided. @type {Scenario} */
const managerChanges = {
  name: 'managerChanges', title: '上级变更', cast: ['hr', 'hr2', 'subject', 'manager', 'x'], own: ['x'], definition: processOf([step('first', '初审', 'inOrder', [{ type: 'lineManager', level: 1 }])]), ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {manager}：初审（直属上级）'], stands: { hr: never(SUBMITTED), hr2: never(HR), subject: never(), manager: has(LONG, DECIDES), x: never() } },
    {
      change: { kind: 'managerChanged', employeeId: '@subject', managerId: '@x' }, lines: ['组织变化 → {x}：初审（接替人）'],
      stands: { hr: never(SUBMITTED), hr2: never(HR), subject: never(), manager: gone('comment'), x: has(LONG, DECIDES) },
    },
    { by: 'x', act: 'approve', lines: ['{x} 同意'], stands: { hr: never(), hr2: never(), subject: never(), manager: gone(), x: gone() } },
  ],
};

/** Named people stay: they were not asked because of the line. @type {Scenario} */
const namedStays = {
  name: 'namedStays', title: '上级变更不影响指定人员', cast: ['hr', 'hr2', 'subject', 'a', 'x'], own: ['x'], definition: processOf([step('first', '初审', 'inOrder', ['a'])]), ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {a}：初审（指定人员）'], stands: { hr: never(SUBMITTED), hr2: never(HR), subject: never(), a: has(LONG, DECIDES), x: never() } },
    { change: { kind: 'managerChanged', employeeId: '@subject', managerId: '@x' }, lines: [], stands: { hr: never(SUBMITTED), hr2: never(HR), subject: never(), a: keeps(LONG, DECIDES), x: never() } },
    { by: 'a', act: 'approve', lines: ['{a} 同意'], stands: { hr: never(), hr2: never(), subject: never(), a: gone(), x: never() } },
  ],
};

/** The head of the department into which it is merged takes over. @type {Scenario} */
const departmentMerges = {
  name: 'departmentMerges', title: '部门合并', cast: ['hr', 'hr2', 'subject', 'boss', 'otherHead'], alone: true, definition: processOf([step('first', '初审', 'inOrder', [{ type: 'departmentHead' }], { fallback: [{ type: 'lineManager', level: 1 }] })]), ends: 'approved',
  course: [
    { submit: true, lines: ['{hr} 提交 → {boss}：初审（部门负责人）'], stands: { hr: never(SUBMITTED), hr2: never(HR), subject: never(), boss: has(LONG, DECIDES), otherHead: never() } },
    {
      change: { kind: 'departmentMerged', departmentId: '@ownDepartment', intoDepartmentId: '@otherDepartment' }, lines: ['组织变化 → {otherHead}：初审（接替人）'],
      stands: { hr: never(SUBMITTED), hr2: never(HR), subject: never(), boss: gone('comment'), otherHead: has(LONG, DECIDES) },
    },
    { by: 'otherHead', act: 'approve', lines: ['{otherHead} 同意'], stands: { hr: never(), hr2: never(), subject: never(), boss: gone(), otherHead: gone() } },
  ],
};

/** @type {Scenario[]} */
export const organisation = [leaverHandsOver, leaverWithoutSuccessor, managerChanges, namedStays, departmentMerges];
