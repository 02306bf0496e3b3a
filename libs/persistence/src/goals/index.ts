export { compositionOf } from './composition.js';
export { goalSheets, insertGoalSheet, lastGoalSheet, openGoalSheet, settleGoalSheet, type GoalSheet } from './sheets.js';
