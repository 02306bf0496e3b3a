import type { ApprovalNode, Candidate } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { Refusal, type Run } from './run.js';
import { isApproved, type ApprovalState, type TaskOrigin } from './state.js';

/** A person for a task and how they were found. */
export interface Owner {
  personId: string;
  origin: TaskOrigin;
  seat: number;
}

/** People who never act on this case: the subjects, the submitter unless the process allows it, and whoever the caller excluded. */
export function partiesOf(run: Run): Set<string> {
  const { subjectIds, submitterId, excludedIds } = run.state;
  const submitter = submitterId !== null && !run.definition.settings.submitterMayApprove ? [submitterId] : [];
  return new Set([...subjectIds, ...submitter, ...excludedIds]);
}

/** People who cannot act on this node: the parties and, where the node wants a second pair of eyes, who approved before. */
export function excludedFrom(run: Run, node: ApprovalNode): Set<string> {
  const excluded = partiesOf(run);
  if (samePersonPolicy(run, node) === 'skipUpwards') for (const id of earlierApprovals(run.state, node.id).keys()) excluded.add(id);
  return excluded;
}

/** What happens to somebody who approved an earlier node. */
export function samePersonPolicy(run: Run, node: ApprovalNode) {
  return node.samePerson ?? run.definition.settings.samePerson;
}

/** Who approved another node of this run in person, with the task that shows it. */
export function earlierApprovals(state: ApprovalState, nodeId: string): Map<string, string> {
  const valid = state.visits.filter((v) => v.status === 'approved' && !v.superseded && v.nodeId !== nodeId);
  const tasks = valid.flatMap((v) => v.tasks).filter((t) => isApproved(t) && t.decidedBy !== 'timeout');
  return new Map(tasks.map((t) => [t.personId, t.approvedIn ?? t.id]));
}

/** Whether the organisation data say that the person cannot act any more. */
export function isKnownInactive(state: ApprovalState, personId: string): boolean {
  const { nodes, managersUpwards, hr, administrators } = state.resolution;
  const lists = Object.values(nodes).flatMap((n) => [...n.approvers, ...n.fallback]);
  const known = [...lists, ...Object.values(managersUpwards), hr, administrators].flat().filter((c) => c.personId === personId);
  return known.length > 0 && known.every((c) => !c.active);
}

/** The nearest active manager above somebody who is not excluded. */
export function nextManager(state: ApprovalState, personId: string, excluded: ReadonlySet<string>): string | undefined {
  return state.resolution.managersUpwards[personId]?.find((c) => c.active && !excluded.has(c.personId))?.personId;
}

/** People of one source: inactive ones drop out, excluded ones are replaced by the next manager above them. */
function usable(run: Run, candidates: readonly Candidate[], seat: number, origin: TaskOrigin, excluded: ReadonlySet<string>): Owner[] {
  const owners: Owner[] = [];
  for (const { personId, active } of candidates) {
    if (!active) continue;
    const skips = excluded.has(personId);
    const found = skips ? nextManager(run.state, personId, excluded) : personId;
    if (found !== undefined) owners.push({ personId: found, origin: skips && origin === 'approver' ? 'skipped' : origin, seat });
  }
  return owners;
}

/** People of a seat by its own source; empty when nobody was found. */
export function seatOwners(run: Run, node: ApprovalNode, seat: number): Owner[] {
  return usable(run, run.state.resolution.nodes[node.id]?.approvers[seat] ?? [], seat, 'approver', excludedFrom(run, node));
}

/** People for a seat without anybody: the fallback chain in order, then the process administrators. Throws `APPROVAL.NO_OWNER`. */
export function fallbackOwners(run: Run, node: ApprovalNode, seat: number): Owner[] {
  const excluded = excludedFrom(run, node);
  for (const candidates of run.state.resolution.nodes[node.id]?.fallback ?? []) {
    const owners = usable(run, candidates, seat, 'fallback', excluded);
    if (owners.length > 0) return owners;
  }
  const administrators = run.state.resolution.administrators.filter((c) => c.active && !excluded.has(c.personId));
  if (administrators.length === 0) throw new Refusal(ApprovalErrors.noOwner, { nodeId: node.id });
  return administrators.map(({ personId }) => ({ personId, origin: 'administrator', seat }));
}

/** Each person once, at their first seat. */
export function onePerPerson(owners: readonly Owner[]): Owner[] {
  return owners.filter((owner, i) => owners.findIndex((o) => o.personId === owner.personId) === i);
}
