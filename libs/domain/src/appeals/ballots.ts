import type { Ballot } from './state.js';

export type BallotResult =
  | { readonly kind: 'open'; readonly missingIds: readonly string[] }
  | { readonly kind: 'won'; readonly proposalId: string }
  /** No majority: the two leading proposals go into the second ballot. */
  | { readonly kind: 'second'; readonly proposalIds: readonly [string, string] };

/**
 * Counts a ballot. Equal votes, everybody must vote, no abstention; more than half of the seats wins.
 * Without a majority the two leading proposals go on; equal counts are ordered by when the proposal was made. With an odd panel the
 * second ballot always has a majority, so every vote ends after at most two ballots.
 * @param memberIds the seats as they are now: votes of replaced members are not counted
 */
export function countBallot(ballot: Ballot, memberIds: readonly string[]): BallotResult {
  const votes = ballot.votes.filter(({ memberId }) => memberIds.includes(memberId));
  const missingIds = memberIds.filter((id) => votes.every(({ memberId }) => memberId !== id));
  if (missingIds.length > 0) return { kind: 'open', missingIds };
  const count = (proposalId: string): number => votes.filter((vote) => vote.proposalId === proposalId).length;
  const ranked = [...ballot.proposalIds].sort((a, b) => count(b) - count(a) || ballot.proposalIds.indexOf(a) - ballot.proposalIds.indexOf(b));
  const [first, second] = ranked;
  if (first !== undefined && (count(first) * 2 > memberIds.length || second === undefined)) return { kind: 'won', proposalId: first };
  return { kind: 'second', proposalIds: [first ?? '', second ?? ''] };
}
