export { activeManagerOf, departmentHeadOf, departmentOf, hrFor, managersUpwards } from './relations.js';
