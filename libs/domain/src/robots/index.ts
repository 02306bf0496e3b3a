export { isRobotAddress } from './address.js';
export { groupSteps } from './groupSteps.js';
