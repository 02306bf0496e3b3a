export { startTestApi, type TestApi, type TestApiOptions } from './startTestApi.js';
export { Agent, type TestAnswer } from './agent.js';
export { newDepartment, newEmployee, type NewEmployee, type TestEmployee } from './builders.js';
export { testConfig } from './config.js';
