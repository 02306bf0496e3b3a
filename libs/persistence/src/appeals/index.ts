export { appealsOf, findAppeal, insertAppeal, saveAppeal, type AppealRow, type FiledItem, type NewAppeal } from './rows.js';
export { recordReplacement, syncSeats } from './seats.js';
export { insertProposal, insertStatement, insertVote, proposalsOf, statementsOf, type NewProposal, type Statement, type StatementKind } from './deliberation.js';
export { dropPaper, freezePapers, insertPaper, MOST_PAPERS, papersOfAppeal, paperFile, paperView, waitingPapers, type NewPaper, type PaperFile } from './papers.js';
export { freeManagers, panelRelations, seatedHr } from './involved.js';
export { appealableItems, scoreOf } from './contested.js';
export { settleScores } from './sheets.js';
export { peopleOf, waitsOf, type AppealWaitRow } from './waits.js';
export { appealLines } from './list.js';
