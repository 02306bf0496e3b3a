export * from './rows.js';
export { applyTransition, type TransitionContext } from './apply.js';
export { positionOf } from './position.js';
export { loadProcess, lockProcess, loadVisit, openVisits, openTasks } from './load.js';
export { startProcess } from './start.js';
export { enqueue, type OutboxChannel } from './outbox.js';
export { dueOf } from './due.js';
export { nextWake } from './wake.js';
export { remindTask } from './remind.js';
