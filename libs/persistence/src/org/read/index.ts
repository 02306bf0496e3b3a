export { removeCompanyDay, setCompanyDay } from './companyDays.js';
export { employeeAsOf, findPeople, listEmployees, peopleToInvite } from './employees.js';
export { listCommunities, listCompanyDays, listDepartments } from './places.js';
export { readinessOf } from './readinessFacts.js';
export { listRoleGrants } from './roles.js';
export { scopeOf, type Scope } from './scope.js';
