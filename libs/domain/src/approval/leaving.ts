import type { ApprovalEvent } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { removeTask } from './adding.js';
import { closeTask, resubmitWithin } from './change.js';
import { openVisits } from './effects.js';
import { settle } from './flow.js';
import { nodeRules } from './node-rules.js';
import { fallbackChain, fallbackOwners, seatOwners, type Owner } from './owners.js';
import { excludedFrom, isKnownInactive, isListedActive, isUsable, nextManager, partiesOf } from './parties.js';
import { nodeOf, note, Refusal, type Run } from './run.js';
import { isPending, type ApprovalTask, type ApprovalVisit, type TaskOrigin } from './state.js';
import { hasPart, replaceTask } from './tasks.js';
import { rootOf } from './votes.js';

/** 离职转办: from now on nothing is asked of the leaver in this case, here and in every later node. Their open tasks move in `moveOn`. */
export function handOver(run: Run, { fromId, to }: Extract<ApprovalEvent, { type: 'handOver' }>): void {
  assertNotEnded(run);
  const { state } = run;
  const takesOver = to !== null && to.active && to.personId !== fromId && !partiesOf(run).has(to.personId) && !isKnownInactive(state, to.personId);
  state.handedOver = { ...state.handedOver, [fromId]: takesOver ? to.personId : null };
}

/** New organisation data: who was handed over and is back counts again. */
export function organisationChanged(run: Run, event: Extract<ApprovalEvent, { type: 'organisationChanged' }>): void {
  assertNotEnded(run);
  const { state } = run;
  state.follow = event.follow === true;
  state.handedOver = Object.fromEntries(Object.entries(state.handedOver).filter(([personId]) => !isListedActive(state.resolution, personId)));
}

function assertNotEnded({ state: { status } }: Run): void {
  if (status !== 'running' && status !== 'returned') throw new Refusal(ApprovalErrors.notRunning, { status });
}

/** Moves open and queued tasks of people who cannot act any more; with `follow` also of people whom the source no longer names. Runs after every event. */
export function moveOn(run: Run, follow: boolean): void {
  run.cause = null;
  const leaves = (visit: ApprovalVisit, task: ApprovalTask): boolean =>
    isPending(task) && (isKnownInactive(run.state, task.personId) || partiesOf(run).has(task.personId) || ((follow || (run.state.follow && run.cameBack.has(visit.id))) && isOutdated(run, visit, task)));
  for (;;) {
    const visit = openVisits(run.state).find((one) => one.tasks.some((task) => leaves(one, task)));
    if (!visit) break;
    for (const task of visit.tasks.filter((one) => leaves(visit, one))) if (isPending(task)) substitute(run, visit, task, (one) => leaves(visit, one));
    settle(run, visit);
  }
  if (run.state.status === 'returned') submitterMovesOn(run);
}

const BY_SOURCE: readonly TaskOrigin[] = ['approver', 'skipped', 'substitute'];
/** Sources that name people for themselves, not for the place they hold in the organisation. */
const BY_NAME: readonly string[] = ['person', 'submitterChooses', 'previousApprovers', 'panel'];

/** The source of the seat names somebody else now. Who was appointed or escalated to keeps the task; so does everybody while the source names nobody. */
function isOutdated(run: Run, visit: ApprovalVisit, task: ApprovalTask): boolean {
  const node = nodeOf(run, visit.nodeId);
  if (task.part !== 'seat' || !BY_SOURCE.includes(task.origin) || BY_NAME.includes(node.approvers[task.seat]?.type ?? '')) return false;
  const owners = seatOwners(run, node, task.seat);
  return owners.length > 0 && !owners.some((owner) => owner.personId === task.personId);
}

/** Somebody else in the place of a person who cannot act: the successor, whom the source or its fallback names, or for added people the next manager. */
function substitute(run: Run, visit: ApprovalVisit, task: ApprovalTask, leaves: (task: ApprovalTask) => boolean): void {
  const node = nodeOf(run, visit.nodeId);
  const successor = successorOf(run, visit, task);
  if (successor) return void replaceTask(run, visit, task, successor);
  if (task.part !== 'seat') return substituteAdded(run, visit, task);
  const othersWait = visit.tasks.some((one) => one !== task && one.part === 'seat' && isPending(one) && !leaves(one));
  if (!nodeRules[node.type].everySeat && othersWait) return removeTask(run, visit, task, 'notNeeded');
  const bySource = seatOwners(run, node, task.seat);
  const owners = bySource.length > 0 ? bySource : fallbackOwners(run, node, task.seat);
  const free = owners.find((owner) => !hasPart(visit, owner.personId)) ?? owners.find((owner) => isOnlyHelping(visit, task, owner.personId));
  if (!free) return giveSeatTo(run, visit, task, owners);
  for (const one of visit.tasks) if (one.personId === free.personId && isPending(one)) closeTask(run, visit, one, 'notNeeded');
  replaceTask(run, visit, task, { ...free, origin: free.origin === 'approver' ? 'substitute' : free.origin });
}

/** Whoever was only asked to help the one who leaves can take over from them. */
function isOnlyHelping(visit: ApprovalVisit, task: ApprovalTask, personId: string): boolean {
  return visit.tasks.filter((one) => hasPart({ ...visit, tasks: [one] }, personId)).every((one) => isPending(one) && one.part !== 'seat' && rootOf(visit, one) === task);
}

/** Everybody who could take over is on the node already: the first of them holds this seat too. */
function giveSeatTo(run: Run, visit: ApprovalVisit, task: ApprovalTask, owners: readonly Owner[]): void {
  const holder = visit.tasks.find((one) => one.part === 'seat' && one !== task && one.personId === owners[0]?.personId && hasPart({ ...visit, tasks: [one] }, one.personId));
  if (holder) holder.alsoSeats = [...new Set([...holder.alsoSeats, task.seat, ...task.alsoSeats])].filter((seat) => seat !== holder.seat);
  removeTask(run, visit, task, 'notNeeded');
}

function substituteAdded(run: Run, visit: ApprovalVisit, task: ApprovalTask): void {
  const node = nodeOf(run, visit.nodeId);
  const taken = new Set([...excludedFrom(run, node), ...visit.tasks.flatMap((one) => [one.personId, ...(one.actorId === null ? [] : [one.actorId])])]);
  const manager = task.part === 'consult' ? undefined : nextManager(run.state, task.personId, taken);
  if (manager !== undefined) return void replaceTask(run, visit, task, { personId: manager, origin: 'substitute', seat: task.seat });
  // Before it there is the adder, to whom the task returns; after it there would be nobody.
  const free = task.part === 'after' ? fallbackChain(run, node, task.seat).flat().find((owner) => !hasPart(visit, owner.personId)) : undefined;
  if (free) replaceTask(run, visit, task, free);
  else removeTask(run, visit, task, 'notNeeded');
}

/** Who took over from a leaver, over any number of leavers; nobody when they cannot act here. */
function successorOf(run: Run, visit: ApprovalVisit, task: ApprovalTask): Owner | undefined {
  const { handedOver } = run.state;
  const seen = new Set([task.personId]);
  let personId = handedOver[task.personId] ?? null;
  while (personId !== null && personId in handedOver && !seen.has(personId)) {
    seen.add(personId);
    personId = handedOver[personId] ?? null;
  }
  if (personId === null || isKnownInactive(run.state, personId)) return undefined;
  if (excludedFrom(run, nodeOf(run, visit.nodeId)).has(personId) || hasPart(visit, personId)) return undefined;
  return { personId, origin: 'handedOver', seat: task.seat };
}

/** A returned case whose submitter left waits for the successor, the next manager, HR or an administrator, who then submits: they do not approve it. */
function submitterMovesOn(run: Run): void {
  const { state } = run;
  const leaver = state.submitterId;
  if (leaver === null || !isKnownInactive(state, leaver)) return;
  const excluded = new Set([...state.subjectIds, ...state.excludedIds, leaver]);
  const successor = state.handedOver[leaver];
  const named = typeof successor === 'string' && !excluded.has(successor) && !isKnownInactive(state, successor) ? successor : nextManager(state, leaver, excluded);
  const { administrators, hr } = state.resolution;
  // HR before the administrators: whoever submits approves nothing, and they are the last who can.
  const next = named ?? [...hr, ...administrators].find((one) => isUsable(state, one) && !excluded.has(one.personId))?.personId;
  if (next === undefined) throw new Refusal(ApprovalErrors.noOwner, { personId: leaver });
  note(run, { what: 'submitter', id: null, nodeId: null, personId: next, from: leaver, to: next });
  state.excludedIds = [...state.excludedIds, leaver];
  state.submitterId = next;
  run.effects.push({ type: 'awaitResubmission', personId: next, duration: resubmitWithin(run) });
}
