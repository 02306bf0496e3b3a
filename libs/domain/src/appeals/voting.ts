import { AppealErrors, type AppealError } from '@fairmark/contracts/errors';
import { countBallot } from './ballots.js';
import type { AppealEvent } from './events.js';
import { proposalRefusal } from './proposals.js';
import type { AppealState, Ballot, Proposal } from './state.js';

type Of<T extends AppealEvent['type']> = Extract<AppealEvent, { type: T }>;

export function proposed(state: AppealState, { proposal }: Of<'proposed'>): AppealState | AppealError {
  if (!state.panel?.memberIds.includes(proposal.byId)) return AppealErrors.notPanelMember;
  if (state.ballot) return AppealErrors.ballotOpen;
  return proposalRefusal(state, proposal) ?? { ...state, proposals: [...state.proposals, proposal] };
}

const newBallot = (number: 1 | 2, at: string, proposalIds: readonly string[], memberIds: readonly string[]): Ballot => ({
  number, openedAt: at, proposalIds, votes: [], askedAt: Object.fromEntries(memberIds.map((id) => [id, at])),
});

/** From now on proposals are fixed. Waits for the papers that were asked for. */
export function ballotOpened(state: AppealState, { at, byId }: Of<'ballotOpened'>): AppealState | AppealError {
  if (!state.panel?.memberIds.includes(byId)) return AppealErrors.notPanelMember;
  if (state.ballot) return AppealErrors.ballotOpen;
  if (state.papers === 'asked') return AppealErrors.papersPending;
  if (state.proposals.length === 0) return AppealErrors.noProposal;
  return { ...state, ballot: newBallot(1, at, state.proposals.map(({ proposalId }) => proposalId), state.panel.memberIds) };
}

/** The winning proposal takes effect: a decision of this level, or the way back to scoring. */
function decided(state: AppealState, winner: Proposal, at: string): AppealState {
  const { outcome, items, reasonsId, rescorer } = winner;
  if (outcome === 'backToScoring' && rescorer) {
    return { ...state, phase: 'rescoring', sentBack: { items: items.map(({ item }) => item), rescorer, reasonsId, at } };
  }
  const result = outcome === 'adjusted' ? 'adjusted' : 'confirmed';
  const decisions = [...state.decisions, { level: state.level, outcome: result, items: result === 'adjusted' ? items : [], reasonsId, decidedAt: at } as const];
  if (state.level === 1) return { ...state, phase: 'decided', decisions };
  // An adjustment of the first level still stands when the second confirms it.
  const adjusted = decisions.some((decision) => decision.outcome === 'adjusted');
  return { ...state, phase: 'closed', decisions, closedAs: adjusted ? 'adjusted' : 'confirmed' };
}

/** The last vote of a ballot decides, or opens the second ballot between the two leading proposals. */
export function voted(state: AppealState, { at, memberId, proposalId, ballot: number }: Of<'voted'>): AppealState | AppealError {
  const { ballot, panel } = state;
  if (!panel?.memberIds.includes(memberId)) return AppealErrors.notPanelMember;
  if (!ballot || ballot.number !== number) return AppealErrors.ballotNotOpen;
  if (!ballot.proposalIds.includes(proposalId)) return AppealErrors.proposalUnknown;
  if (ballot.votes.some((vote) => vote.memberId === memberId)) return AppealErrors.alreadyVoted;
  const counted: Ballot = { ...ballot, votes: [...ballot.votes, { memberId, proposalId, at }] };
  const result = countBallot(counted, panel.memberIds);
  if (result.kind === 'open') return { ...state, ballot: counted };
  const past = { ...state, pastBallots: [...state.pastBallots, counted] };
  if (result.kind === 'second') return { ...past, ballot: newBallot(2, at, result.proposalIds, panel.memberIds) };
  const winner = state.proposals.find((proposal) => proposal.proposalId === result.proposalId);
  return winner ? decided({ ...past, ballot: null }, winner, at) : AppealErrors.proposalUnknown;
}
