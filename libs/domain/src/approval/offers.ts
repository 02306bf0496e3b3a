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
  const about = { definition, state: upgradeState(stored) };
  const holders = [null, ...forIds.filter((id) => id !== personId)];
  const tasks = about.state.visits.flatMap((visit) => holders.flatMap((forId) => offersIn(about, visit, { personId, forId, at })));
  return { tasks: [...tasks, ...takingBack(about, { personId, at }, holders)], acts: actsOf(about, personId) };
}

/** What the person may do in a visit as one holder. Whom the holder has added they may take out also when they have no task of their own any more. */
function offersIn(about: About, visit: ApprovalVisit, actor: Actor): TaskOffer[] {
  const holder = actor.forId ?? actor.personId;
  const own = visit.tasks.filter((task) => task.personId === holder);
  const offers = own.map((task) => offer(about, visit, task.id, actor.forId, operatorsOf(about, visit, task, actor))).filter(({ operators }) => operators.length > 0);
  const removable = mayAct(about, visit, actor) ? visit.tasks.filter((one) => mayRemove(visit, one, holder) && !isLast(visit, one)) : [];
  const [first] = removable;
  if (!first) return offers;
  const at = offers.at(-1) ?? offer(about, visit, own.at(-1)?.id ?? first.id, actor.forId, []);
  const removing = { ...at, operators: [...at.operators, 'removeAdded' as const], removable: removable.map((one) => ({ taskId: one.id, personId: one.personId })) };
  return [...offers.slice(0, -1), removing];
}

function offer({ definition, state }: About, { id: visitId, nodeId }: ApprovalVisit, taskId: string, forId: string | null, operators: TaskOperator[]): TaskOffer {
  const targets = operators.includes('return') ? [...(state.submitterId === null ? [] : ['submitter']), ...returnTargets({ definition, state }, nodeId)] : [];
  return { taskId, visitId, nodeId, forId, operators, returnTargets: targets, removable: [] };
}

interface Actor {
  personId: string;
  forId: string | null;
  at: string;
}
type About = { definition: ApprovalDefinition; state: ApprovalState };

function operatorsOf(about: About, visit: ApprovalVisit, task: ApprovalTask, actor: Actor): TaskOperator[] {
  const read: TaskOperator[] = actor.forId === null && (task.status === 'open' || task.status === 'copied') ? ['read'] : [];
  if (task.status !== 'open' || !mayAct(about, visit, actor)) return read;
  if (task.part === 'consult') return ['opinion', ...read];
  const returns = about.state.submitterId !== null || returnTargets(about, visit.nodeId).length > 0;
  const adds: TaskOperator[] = task.addedBy === null ? ['addBefore', 'addAfter', 'addBeside'] : [];
  return ['approve', 'reject', ...(returns ? (['return'] as const) : []), ...adds, 'transfer', 'consult', ...read];
}

function mayAct({ definition, state }: About, visit: ApprovalVisit, { personId, forId }: Actor): boolean {
  if (visit.status === 'copied') return false;
  const people = forId === null ? [personId] : [personId, forId];
  const parties = partiesOf({ definition, state });
  if (people.some((id) => parties.has(id) || isKnownInactive(state, id))) return false;
  return forId === null || (!excludedFrom({ definition, state }, nodeOf({ definition }, visit.nodeId)).has(personId) && !hasPart(visit, personId, forId));
}

/** Decisions of the person, or that somebody gave for them. Whether one can still be taken back is easiest to say by trying. */
function takingBack(about: About, { personId, at }: Pick<Actor, 'personId' | 'at'>, holders: readonly (string | null)[]): TaskOffer[] {
  const { definition, state } = about;
  return state.visits.flatMap((visit) =>
    visit.tasks.flatMap((task) => {
      const forId = task.personId === personId ? null : task.personId;
      if (task.status !== 'decided' || (task.actorId !== personId && !holders.includes(forId))) return [];
      const answer = apply(definition, state, { type: 'takeBack', at, taskId: task.id, actorId: personId, ...(forId === null ? {} : { forId }) });
      return answer.ok ? [offer(about, visit, task.id, forId, ['takeBack'])] : [];
    }),
  );
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
