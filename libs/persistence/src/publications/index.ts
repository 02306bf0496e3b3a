export { publicationsOverdue, type OverduePublication } from './overdue.js';
export { lateSlot, publicationRule, publicationSlot, publishDepartment, publishInstant, publishOne, type PublicationSlot } from './slots.js';
export { departmentLines, type DepartmentLine } from './progress.js';
export { requestPublication, type NewPublication } from './request.js';
