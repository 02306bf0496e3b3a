export { startRobotConsumer } from './consumer.js';
export { startRobotWatch } from './watch.js';
