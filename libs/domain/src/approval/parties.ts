import type { ApprovalDefinition, Candidate, Resolution, StepNode } from '@fairmark/contracts/approvals';
import { isApproved, type ApprovalState } from './state.js';

type About = { definition: ApprovalDefinition; state: ApprovalState };

/** People who never act on this case: the subjects, the submitter unless the process allows it, and whoever the caller excluded. */
export function partiesOf({ definition, state }: About): Set<string> {
  const { subjectIds, submitterId, excludedIds } = state;
  const submitter = submitterId !== null && !definition.settings.submitterMayApprove ? [submitterId] : [];
  return new Set([...subjectIds, ...submitter, ...excludedIds]);
}

/** People who cannot act on this node: the parties and, where the node wants a second pair of eyes, who approved before, in person or for somebody. */
export function excludedFrom(about: About, node: StepNode): Set<string> {
  const excluded = partiesOf(about);
  if (samePersonPolicy(about, node) !== 'skipUpwards') return excluded;
  for (const { personId, actorId } of approvedElsewhere(about.state, node.id)) {
    excluded.add(personId);
    if (actorId !== null) excluded.add(actorId);
  }
  return excluded;
}

/** What happens to somebody who approved an earlier node. */
export function samePersonPolicy({ definition }: Pick<About, 'definition'>, node: StepNode) {
  return node.samePerson ?? definition.settings.samePerson;
}

/** Who approved another node of this run in person, with the task that shows it. */
export function earlierApprovals(state: ApprovalState, nodeId: string): Map<string, string> {
  return new Map(approvedElsewhere(state, nodeId).map((task) => [task.personId, task.approvedIn ?? task.id]));
}

/** Who approved a node that still counts, in the order in which they did. */
export function approversOfNode(state: ApprovalState, nodeId: string): string[] {
  return [...new Set(validTasks(state, (id) => id === nodeId).map((task) => task.personId))];
}

const approvedElsewhere = (state: ApprovalState, nodeId: string) => validTasks(state, (id) => id !== nodeId);

function validTasks(state: ApprovalState, of: (nodeId: string) => boolean) {
  const valid = state.visits.filter((visit) => visit.status === 'approved' && !visit.superseded && of(visit.nodeId));
  return valid.flatMap((visit) => visit.tasks).filter((task) => isApproved(task) && task.decidedBy !== 'timeout');
}

const presence = new WeakMap<Resolution, Map<string, boolean>>();

/** Whether the organisation data say that the person cannot act any more, or their tasks were handed over. */
export function isKnownInactive({ resolution, handedOver }: ApprovalState, personId: string): boolean {
  if (personId in handedOver) return true;
  let known = presence.get(resolution);
  if (!known) presence.set(resolution, (known = presenceOf(resolution)));
  return known.get(personId) === false;
}

/** Whether the organisation data name the person as somebody who can act. */
export const isListedActive = (resolution: Resolution, personId: string): boolean => presenceOf(resolution).get(personId) === true;

function presenceOf({ nodes, managersUpwards, hr, administrators }: Resolution): Map<string, boolean> {
  const known = new Map<string, boolean>();
  const all = [...Object.values(nodes).flatMap((node) => [...node.approvers, ...node.fallback]), ...Object.values(managersUpwards), hr, administrators];
  for (const list of all) for (const { personId, active } of list) known.set(personId, active || (known.get(personId) ?? false));
  return known;
}

/** Whether somebody may get a task now. */
export const isUsable = (state: ApprovalState, { personId, active }: Candidate): boolean => active && !(personId in state.handedOver);

/** The nearest active manager above somebody who is not excluded. */
export function nextManager(state: ApprovalState, personId: string, excluded: ReadonlySet<string>): string | undefined {
  return state.resolution.managersUpwards[personId]?.find((candidate) => isUsable(state, candidate) && !excluded.has(candidate.personId))?.personId;
}
