export { personalPatterns } from './personal.js';
export { indexText, queryTokens, type QueryTokens } from './segment.js';
