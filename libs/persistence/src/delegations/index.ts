export { createDelegation, endDelegation, endDelegationsOf, lockDelegations, type NewDelegation } from './write.js';
export { endedStandIn } from './ended.js';
export { delegationById, delegationPage, delegationsFrom, delegationsNotOver, delegationsTo, type DelegationRow } from './read.js';
export { holderInProcess, standInAt, standInTasks, whyNotStandIn } from './standIn.js';
