export { fakeHandlers, type FakeProcess } from './fakeHandlers.js';
export { ProcessDriver, startTestProcesses, type TestProcesses } from './processDriver.js';
export { addEmployee, type TestEmployee } from './people.js';
export { addDepartment, rate, type DepartmentShape, type TestDepartment } from './department.js';
