export { addRisk, addStartSet, changeRisk } from './write.js';
export { risksOf } from './read.js';
export { watchRisks } from './watch.js';
