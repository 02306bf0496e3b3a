export { isRecordedRead, leadingRelation, visibleSections, type Reader } from './visible.js';
