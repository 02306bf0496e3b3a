export { personalIn, type PersonalFinding } from './personal.js';
export { caseById, searchCases, similarCases } from './read.js';
export { archiveCase, insertCase, isActivePerson, updateCase } from './write.js';
