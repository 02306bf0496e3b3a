export { decodeText, type DecodedText, type TextEncoding } from './decode.js';
export { detectDelimiter, type Delimiter } from './delimiter.js';
export { neutralise, restore } from './formula.js';
export { readCsv, type CsvFailure, type CsvTable } from './read.js';
export { writeCsv, type WriteOptions } from './write.js';
