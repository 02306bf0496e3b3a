export { employeeAsOf, findPeople, listEmployees, peopleToInvite } from './employees.js';
export { listCommunities, listDepartments } from './places.js';
export { readinessOf } from './readinessFacts.js';
export { listRoleGrants } from './roles.js';
export { scopeOf, type Scope } from './scope.js';
