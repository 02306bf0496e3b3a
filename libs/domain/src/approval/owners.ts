import type { ApproverSource, Candidate, StepNode } from '@fairmark/contracts/approvals';
import { ApprovalErrors } from '@fairmark/contracts/errors';
import { approversOfNode, earlierApprovals, excludedFrom, isKnownInactive, isUsable, nextManager, partiesOf } from './parties.js';
import { Refusal, type Run } from './run.js';
import type { TaskOrigin } from './state.js';

/** A person for a task and how they were found. */
export interface Owner {
  personId: string;
  origin: TaskOrigin;
  seat: number;
  /** Further seats of the same person. */
  alsoSeats?: number[];
}

/** People of a source; what the engine itself knows does not come from the organisation. */
function candidatesOf(run: Run, node: StepNode, seat: number): Candidate[] {
  const { state } = run;
  const source = node.approvers[seat];
  const listed = state.resolution.nodes[node.id]?.approvers[seat] ?? [];
  const asActive = (ids: readonly string[]) => ids.map((personId) => listed.find((one) => one.personId === personId) ?? { personId, active: !isKnownInactive(state, personId) });
  if (source?.type === 'previousApprovers') return asActive(approversOfNode(state, source.nodeId));
  if (source?.type === 'submitterChooses') return asActive(state.chosen[node.id] ?? []);
  if (source?.type === 'panel') return listed.filter(({ personId }) => !excludedFromPanel(run, node, source).has(personId));
  return listed;
}

function excludedFromPanel(run: Run, node: StepNode, { exclude }: Extract<ApproverSource, { type: 'panel' }>): Set<string> {
  const excluded = excludedFrom(run, node);
  if (exclude.includes('approvers')) for (const id of earlierApprovals(run.state, node.id).keys()) excluded.add(id);
  return excluded;
}

/** People of one source: who left drops out unless a successor took over, excluded ones are replaced by the next manager above them. */
function usable(run: Run, candidates: readonly Candidate[], seat: number, origin: TaskOrigin, excluded: ReadonlySet<string>): Owner[] {
  const owners: Owner[] = [];
  for (const candidate of candidates) {
    const successor = run.state.handedOver[candidate.personId];
    if (typeof successor === 'string' && !excluded.has(successor) && !isKnownInactive(run.state, successor)) owners.push({ personId: successor, origin: 'handedOver', seat });
    if (!isUsable(run.state, candidate)) continue;
    const skips = excluded.has(candidate.personId);
    const found = skips ? nextManager(run.state, candidate.personId, excluded) : candidate.personId;
    if (found !== undefined) owners.push({ personId: found, origin: skips && origin === 'approver' ? 'skipped' : origin, seat });
  }
  return owners;
}

/** People of a seat by its own source; empty when nobody was found. Who is asked again as a previous approver is no second pair of eyes. */
export function seatOwners(run: Run, node: StepNode, seat: number): Owner[] {
  const again = node.approvers[seat]?.type === 'previousApprovers';
  return usable(run, candidatesOf(run, node, seat), seat, 'approver', again ? partiesOf(run) : excludedFrom(run, node));
}

/** The fallback chain in order, then the process administrators, as far as they have anybody. Never empty: throws `APPROVAL.NO_OWNER`. */
export function fallbackChain(run: Run, node: StepNode, seat: number): Owner[][] {
  const excluded = excludedFrom(run, node);
  const named = (run.state.resolution.nodes[node.id]?.fallback ?? []).map((candidates) => usable(run, candidates, seat, 'fallback', excluded));
  const chain = [...named, administratorsOf(run, excluded, seat)].filter((owners) => owners.length > 0);
  if (chain.length === 0) throw new Refusal(ApprovalErrors.noOwner, { nodeId: node.id });
  return chain;
}

/** Rather an administrator who has approved before than a case that nobody can bring on. */
function administratorsOf(run: Run, excluded: ReadonlySet<string>, seat: number): Owner[] {
  const parties = partiesOf(run);
  const able = run.state.resolution.administrators.filter((one) => isUsable(run.state, one) && !parties.has(one.personId));
  const others = able.filter((one) => !excluded.has(one.personId));
  return (others.length > 0 ? others : able).map(({ personId }) => ({ personId, origin: 'administrator', seat }));
}

/** People for a seat without anybody: the first of the fallback chain that has somebody. */
export const fallbackOwners = (run: Run, node: StepNode, seat: number): Owner[] => fallbackChain(run, node, seat)[0] ?? [];

/** People with whom a seat opens. A panel takes its first members; where the pool is too small the fallback fills it up. */
function openingOwners(run: Run, node: StepNode, seat: number): Owner[] {
  const source = node.approvers[seat];
  const owners = onePerPerson(seatOwners(run, node, seat));
  if (source?.type !== 'panel') return owners;
  const members = owners.slice(0, source.size);
  if (members.length === source.size) return members;
  const missing = source.size - members.length;
  return [...members, ...fallbackOwners(run, node, seat).filter((owner) => members.every((member) => member.personId !== owner.personId)).slice(0, missing)];
}

/** Every seat is filled: one that resolves to nobody goes to the first person of the fallback chain. */
export function ownersOfEverySeat(run: Run, node: StepNode): Owner[] {
  const seats = node.approvers.map((_, seat) => {
    const owners = openingOwners(run, node, seat);
    return owners.length > 0 ? owners : fallbackOwners(run, node, seat).slice(0, 1);
  });
  return onePerPerson(seats.flat());
}

/** One person is enough: the fallback chain is asked only when no seat has anybody. */
export function ownersOfAnySeat(run: Run, node: StepNode): Owner[] {
  const owners = node.approvers.flatMap((_, seat) => {
    const source = node.approvers[seat];
    return source?.type === 'panel' ? seatOwners(run, node, seat).slice(0, source.size) : seatOwners(run, node, seat);
  });
  return onePerPerson(owners.length > 0 ? owners : fallbackOwners(run, node, 0));
}

/** Each person once, at their first seat, with the others beside it. */
function onePerPerson(owners: readonly Owner[]): Owner[] {
  const found = new Map<string, Owner>();
  for (const owner of owners) {
    const first = found.get(owner.personId);
    if (!first) found.set(owner.personId, owner);
    else if (first.seat !== owner.seat && !first.alsoSeats?.includes(owner.seat)) found.set(owner.personId, { ...first, alsoSeats: [...(first.alsoSeats ?? []), owner.seat] });
  }
  return [...found.values()];
}
