export { phaseAt, type OpenVisit } from './phase.js';
export { cutEntries, cutVisits, sectionOf, type HistoryReader } from './cut.js';
