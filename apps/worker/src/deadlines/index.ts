export { moveOne, moveShare, type MovedVisit } from './carryOut.js';
export { extendHere, extendShare } from './extend.js';
