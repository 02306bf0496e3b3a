export { bilingual, compositionOf, describedColumns, describedCommunity, frozenStage, type DescribedRow } from './composition.js';
export { goalSheets, insertGoalSheet, lastGoalSheet, openGoalSheet, settleGoalSheet, type GoalSheet } from './sheets.js';
