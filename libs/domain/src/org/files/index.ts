export { columnsOf, fileKinds, type Column, type ColumnKey } from './columns.js';
export { guessFileKind, matchHeader, type HeaderMatch } from './header.js';
export { errorCsv } from './error-csv.js';
export { exportFiles } from './export.js';
export { errorText } from './error-text.js';
export { template } from './template.js';
