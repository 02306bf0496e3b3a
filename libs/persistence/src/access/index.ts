export { relationsTo, type Standing } from './relationsTo.js';
