import type { ApprovalDefinition, ApprovalEvent } from '@fairmark/contracts/approvals';
import { apply } from './engine.js';
import { isLast, mayRemove } from './adding.js';
import { mayWithdraw } from './ending.js';
import { excludedFrom, isKnownInactive, partiesOf } from './parties.js';
import { returnTargets } from './returns.js';
import { nodeOf } from './run.js';
import type { ApprovalState, ApprovalTask, ApprovalVisit } from './state.js';
import { hasPart } from './tasks.js';
import { upgradeState, type StoredState } from './upgrade.js';

export type TaskOperator = Extract<ApprovalEvent['type'], 'approve' | 'reject' | 'return' | 'addBefore' | 'addAfter' | 'addBeside' | 'removeAdded' | 'transfer' | 'consult' | 'opinion' | 'takeBack' | 'read'>;
export type CaseOperator = 'withdraw' | 'resubmit' | 'nudge';

/** What a person may do with one task. */
export interface TaskOffer {
  taskId: string;
  visitId: string;
  nodeId: string;
  /** The holder, when the person would stand in for them. */
  forId: string | null;
  operators: TaskOperator[];
  /** Nodes to which a return may go; `submitter` when it may go there. */
  returnTargets: string[];
  /** People whom the holder added and may take out again. */
  removable: { taskId: string; personId: string }[];
}

/** Everything that a person may do with a case, by task and as a whole. */
export interface Offers {
  tasks: TaskOffer[];
  acts: CaseOperator[];
}

/** `forIds`: holders for whom the person may stand in now. `at`: an instant for questions that depend on one. */
export interface OfferOptions {
  forIds?: readonly string[];
  at?: string;
}

/** The operators that the engine would accept from a person, so that screens offer nothing else. Comments are not the engine's. */
export function operatorsFor(definition: ApprovalDefinition, stored: StoredState, personId: string, { forIds = [], at = stored.startedAt }: OfferOptions = {}): Offers {
  const state = upgradeState(stored);
  const about = { definition, state };
  const tasks: TaskOffer[] = [];
  for (const visit of state.visits) {
    for (const task of visit.tasks) {
      const holder = task.personId;
      if (holder !== personId && !forIds.includes(holder) && task.actorId !== personId) continue;
      const forId = holder === personId ? null : holder;
      const operators = operatorsOf(about, visit, task, { personId, forId, at });
      if (operators.length === 0) continue;
      const targets = operators.includes('return') ? [...(state.submitterId === null ? [] : ['submitter']), ...returnTargets(about, visit.nodeId)] : [];
      const removable = visit.tasks.filter((one) => operators.includes('removeAdded') && mayRemove(visit, one, holder) && !isLast(visit, one));
      tasks.push({ taskId: task.id, visitId: visit.id, nodeId: visit.nodeId, forId, operators, returnTargets: targets, removable: removable.map((one) => ({ taskId: one.id, personId: one.personId })) });
    }
  }
  return { tasks, acts: actsOf(about, personId) };
}

interface Actor {
  personId: string;
  forId: string | null;
  at: string;
}
type About = { definition: ApprovalDefinition; state: ApprovalState };

function operatorsOf(about: About, visit: ApprovalVisit, task: ApprovalTask, actor: Actor): TaskOperator[] {
  const read: TaskOperator[] = actor.forId === null && (task.status === 'open' || task.status === 'copied') ? ['read'] : [];
  if (task.part === 'copy') return read;
  if (task.status === 'decided') return [...takesBack(about, task, actor), ...removes(about, visit, task, actor)];
  if (task.status !== 'open') return removes(about, visit, task, actor);
  if (!mayAct(about, visit, actor)) return read;
  if (task.part === 'consult') return ['opinion', ...read];
  const returns = about.state.submitterId !== null || returnTargets(about, visit.nodeId).length > 0;
  const adds: TaskOperator[] = task.addedBy === null ? ['addBefore', 'addAfter', 'addBeside'] : [];
  return ['approve', 'reject', ...(returns ? (['return'] as const) : []), ...adds, ...removes(about, visit, task, actor), 'transfer', 'consult', ...read];
}

function mayAct({ definition, state }: About, visit: ApprovalVisit, { personId, forId }: Actor): boolean {
  if (visit.status === 'copied') return false;
  const people = forId === null ? [personId] : [personId, forId];
  const parties = partiesOf({ definition, state });
  if (people.some((id) => parties.has(id) || isKnownInactive(state, id))) return false;
  return forId === null || (!excludedFrom({ definition, state }, nodeOf({ definition }, visit.nodeId)).has(personId) && !hasPart(visit, personId, forId));
}

/** Whoever added somebody may take them out, also when they have passed their own task on; offered at their last task of the visit. */
function removes(about: About, visit: ApprovalVisit, task: ApprovalTask, actor: Actor): TaskOperator[] {
  const holder = task.personId;
  if (!mayAct(about, visit, actor) || visit.tasks.findLast((one) => one.personId === holder) !== task) return [];
  return visit.tasks.some((one) => mayRemove(visit, one, holder) && !isLast(visit, one)) ? ['removeAdded'] : [];
}

/** Whether a decision can still be taken back is easiest to say by trying. */
function takesBack({ definition, state }: About, { id: taskId }: ApprovalTask, { personId, forId, at }: Actor): TaskOperator[] {
  return apply(definition, state, { type: 'takeBack', at, taskId, actorId: personId, ...(forId === null ? {} : { forId }) }).ok ? ['takeBack'] : [];
}

function actsOf(about: About, personId: string): CaseOperator[] {
  const { status, submitterId } = about.state;
  if (submitterId !== personId) return [];
  const acts: CaseOperator[] = [];
  if (mayWithdraw(about)) acts.push('withdraw');
  if (status === 'returned') acts.push('resubmit');
  if (status === 'running') acts.push('nudge');
  return acts;
}
