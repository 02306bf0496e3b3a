import { goalsProcess, GOALS, PLANNED } from './insideReview.mjs';
import { gone, has, keeps, never } from '../statements.mjs';

/** @typedef {import('../statements.mjs').Scenario} Scenario */

const CAST = ['hr', 'subject', 'manager'];
const submitted = { submit: true, lines: ['{subject} 提交 → {manager}：上级审批（直属上级）'], stands: { hr: never('nudge comment'), subject: gone('withdraw nudge comment'), manager: has(PLANNED, GOALS) } };
const asBefore = { hr: never('nudge comment'), subject: gone('withdraw nudge comment'), manager: keeps(PLANNED, GOALS) };
const approved = { by: 'manager', act: 'approve', lines: ['{manager} 同意'], stands: { hr: never(), subject: gone(), manager: gone() } };

/** The goals are still decided under the old version; what is agreed is scored under the new one. Taken back and moved again meanwhile. @type {Scenario} */
const planMovesAtNextStep = {
  name: 'planMovesAtNextStep', title: '方案迁移：下一环节起改用，其间撤销一次', cast: CAST, purpose: 'goals', before: ['subject'], alone: true, definition: goalsProcess, ends: 'approved', plan: 'moved',
  course: [submitted, { movePlan: 'nextStep', lines: [], stands: asBefore }, { takeMoveBack: true, lines: [], stands: asBefore }, { movePlan: 'nextStep', lines: [], stands: asBefore }, approved],
};

/** To stay is a decision that changes nothing. @type {Scenario} */
const planStays = {
  name: 'planStays', title: '方案迁移：保留原版本', cast: CAST, purpose: 'goals', before: ['subject'], alone: true, definition: goalsProcess, ends: 'approved', plan: 'kept',
  course: [submitted, { movePlan: 'stay', lines: [], stands: asBefore }, approved],
};

/** The step begins again under the new version: the approval that ran in it ends, and the subject proposes anew. @type {Scenario} */
const planMovesAtOnce = {
  name: 'planMovesAtOnce', title: '方案迁移：当前环节重新开始', cast: CAST, purpose: 'goals', before: ['subject'], alone: true, definition: goalsProcess, ends: 'ended', plan: 'moved',
  course: [submitted, { movePlan: 'restart', lines: [], stands: { hr: never(), subject: has(PLANNED, ''), manager: gone() } }],
};

/** Taken back before the next step opens: the step begins again under the version from before. @type {Scenario} */
const planMoveTakenBack = {
  name: 'planMoveTakenBack', title: '方案迁移：重新开始后撤销', cast: CAST, purpose: 'goals', before: ['subject'], alone: true, definition: goalsProcess, ends: 'ended', plan: 'kept',
  course: [...planMovesAtOnce.course, { takeMoveBack: true, lines: [], stands: { hr: never(), subject: has(PLANNED, ''), manager: gone() } }],
};

/** @type {Scenario[]} */
export const planMoves = [planMovesAtNextStep, planStays, planMovesAtOnce, planMoveTakenBack];
