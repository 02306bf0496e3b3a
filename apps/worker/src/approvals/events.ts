import type { ApprovalEvent, Candidate, Resolution } from '@fairmark/contracts/approvals';
import { processErrors } from '@fairmark/contracts/errors';
import { apply, openTasks, RESUBMISSION, type ApprovalEffect, type ApprovalResult, type ApprovalState, type ApprovalTask } from '@fairmark/domain/approval';
import type { ApprovalCase } from '@fairmark/persistence/approvals';
import type { VisitRow } from '@fairmark/persistence/process';
import { refuse } from '../processes/index.js';
import type { ApprovalAct } from './request.js';

/** What an act needs besides itself: when, the organisation as of then, the stored comment, and whether the people it names are active. */
export interface ActFacts {
  at: string;
  /** Absent: the engine goes by what it was told last. */
  resolution?: Resolution;
  commentId: string | undefined;
  visit: VisitRow | null;
  people: readonly Candidate[];
}

interface Ran {
  state: ApprovalState;
  effects: ApprovalEffect[];
}

/** What an engine call answered, its refusal turned into the refusal of the decision. */
export function accepted(result: ApprovalResult): Ran {
  return result.ok ? result : refuse(result.code, { ...result.details });
}

/** Applies an act to the case. A deadline concerns every task that is open in the visit: they share its clock. */
export function run(item: ApprovalCase, act: ApprovalAct, facts: ActFacts): Ran {
  if (act.type === 'timeout') return expireAll(item, facts);
  return accepted(apply(item.definition, item.state, eventOf(item.state, act, facts)));
}

/** What would come of an act by what the case knows; undefined when that is a refusal, which then has to be asked with what is known now. */
export function attempt(item: ApprovalCase, act: WithEvent, facts: ActFacts): Ran | undefined {
  const result = apply(item.definition, item.state, eventOf(item.state, act, facts));
  return result.ok ? result : undefined;
}

function expireAll({ definition, state: before }: ApprovalCase, { at, resolution, visit }: ActFacts): Ran {
  const fresh = resolution ? { resolution } : {};
  let state = before;
  const effects: ApprovalEffect[] = [];
  const late = before.status === 'returned' ? [RESUBMISSION] : openTasks(before).filter((task) => task.visitId === visit?.payload['nodeVisit']).map((task) => task.taskId);
  for (const taskId of late) {
    if (taskId !== RESUBMISSION && !openTasks(state).some((task) => task.taskId === taskId)) continue;
    const step = accepted(apply(definition, state, { type: 'timeout', at, taskId, ...fresh }));
    state = step.state;
    effects.push(...step.effects);
  }
  return { state, effects };
}

type WithEvent = Exclude<ApprovalAct, { type: 'timeout' }>;

function eventOf(state: ApprovalState, act: WithEvent, facts: ActFacts): ApprovalEvent {
  const { at } = facts;
  const fresh = facts.resolution ? { resolution: facts.resolution } : {};
  const said = facts.commentId === undefined ? {} : { commentId: facts.commentId };
  switch (act.type) {
    case 'organisationChanged':
      return { type: 'organisationChanged', at, resolution: facts.resolution ?? state.resolution, follow: act.follow ?? false };
    case 'handOver':
      return { type: 'handOver', at, ...fresh, fromId: act.fromId, to: act.toId === null ? null : candidate(facts, act.toId), actorId: act.actorId };
    case 'withdraw':
      return { type: 'withdraw', at, ...fresh, actorId: act.actorId, ...said };
    case 'resubmit':
      return { type: 'resubmit', at, ...fresh, actorId: act.actorId, flags: act.flags ?? {}, ...(act.fields ? { fields: act.fields } : {}), ...(act.chosen ? { chosen: act.chosen } : {}) };
    case 'reassign':
      return { type: 'reassign', at, ...fresh, taskId: openTaskOf(state, act.fromId, facts), actorId: act.actorId, toPersonId: act.toId, toActive: candidate(facts, act.toId).active, ...said };
    default:
      return operatorEvent(state, act, facts, said);
  }
}

type Operator = Exclude<WithEvent, { type: 'organisationChanged' | 'handOver' | 'withdraw' | 'resubmit' | 'reassign' }>;

function operatorEvent(state: ApprovalState, act: Operator, facts: ActFacts, said: { commentId?: string }): ApprovalEvent {
  const holder = act.assigneeId ?? act.actorId;
  const common = { at: facts.at, ...(facts.resolution ? { resolution: facts.resolution } : {}), actorId: act.actorId, ...(holder === act.actorId ? {} : { forId: holder }), ...said };
  switch (act.type) {
    case 'takeBack':
      return { type: 'takeBack', ...common, taskId: taskOf(state, facts, (task) => task.personId === holder && task.status === 'decided', (task) => task.personId === holder) };
    case 'read':
      return { type: 'read', ...common, taskId: taskOf(state, facts, (task) => task.personId === holder) };
    case 'removeAdded':
      return { type: 'removeAdded', ...common, taskId: taskOf(state, facts, (task) => task.personId === act.personId && task.addedBy !== null) };
    default:
      return { ...common, ...ownPart(act, facts), taskId: openTaskOf(state, holder, facts) } as ApprovalEvent;
  }
}

/** What only this operator says. */
function ownPart(act: Exclude<Operator, { type: 'takeBack' | 'read' | 'removeAdded' }>, facts: ActFacts): Record<string, unknown> {
  switch (act.type) {
    case 'approve':
      return { type: 'approve', ...(act.flags ? { flags: act.flags } : {}), ...(act.fields ? { fields: act.fields } : {}) };
    case 'return':
      return { type: 'return', to: act.to, then: act.then };
    case 'addBefore':
    case 'addAfter':
    case 'addBeside':
      return { type: act.type, people: act.personIds.map((id) => candidate(facts, id)) };
    case 'transfer':
    case 'consult':
      return { type: act.type, toPersonId: act.toId, toActive: candidate(facts, act.toId).active };
    default:
      return { type: act.type };
  }
}

/** Somebody who is not known counts as not active: the engine refuses them. */
const candidate = ({ people }: ActFacts, personId: string): Candidate => people.find((one) => one.personId === personId) ?? { personId, active: false };

/** The open task of a person: in the visit where they act, else anywhere. */
function openTaskOf(state: ApprovalState, personId: string, { visit }: ActFacts): string {
  const own = openTasks(state).filter((task) => task.personId === personId);
  const here = own.find((task) => task.visitId === visit?.payload['nodeVisit']) ?? own[0];
  return here?.taskId ?? refuse(processErrors.notAssigned);
}

/** The newest task of the visit that fits, else one for which the engine says why not. */
function taskOf(state: ApprovalState, { visit }: ActFacts, fits: (task: ApprovalTask) => boolean, orElse: (task: ApprovalTask) => boolean = () => false): string {
  const tasks = state.visits.filter((one) => visit === null || one.id === visit.payload['nodeVisit']).flatMap((one) => one.tasks);
  return (tasks.findLast(fits) ?? tasks.findLast(orElse))?.id ?? refuse(processErrors.notAssigned);
}
