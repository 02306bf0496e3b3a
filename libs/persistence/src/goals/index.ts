export { compositionOf, frozenStage } from './composition.js';
export { goalSheets, insertGoalSheet, lastGoalSheet, openGoalSheet, settleGoalSheet, type GoalSheet } from './sheets.js';
