import { AppealErrors, type AppealError } from '@fairmark/contracts/errors';
import type { AppealEvent } from './events.js';
import type { AppealState } from './state.js';

type Of<T extends AppealEvent['type']> = Extract<AppealEvent, { type: T }>;

/** Last line of defence; the full list of excluded people is applied when the panel is drawn. */
function seatRefusal(state: AppealState, ids: readonly string[]): AppealError | null {
  const barred = [state.subjectId, ...state.originalScorerIds, ...state.earlierPanelIds];
  return ids.some((id) => barred.includes(id)) ? AppealErrors.excluded : null;
}

/** Hears the case from now on: 3 or 5 members and at least one alternate, all different. */
export function admitted(state: AppealState, { at, memberIds, alternateIds }: Of<'admitted'>): AppealState | AppealError {
  const all = [...memberIds, ...alternateIds];
  if ((memberIds.length !== 3 && memberIds.length !== 5) || new Set(all).size !== all.length) return AppealErrors.panelSize;
  if (alternateIds.length === 0) return AppealErrors.panelTooSmall;
  return seatRefusal(state, all) ?? { ...state, phase: 'deliberation', admittedAt: at, panel: { memberIds, alternateIds, replacedIds: [] } };
}

/** The alternate takes the seat with a full window of their own; who has voted cannot be replaced. */
export function memberReplaced(state: AppealState, { at, memberId, alternateId }: Of<'memberReplaced'>): AppealState | AppealError {
  const { panel, ballot } = state;
  if (!panel?.memberIds.includes(memberId)) return AppealErrors.notPanelMember;
  if (!panel.alternateIds.includes(alternateId)) return AppealErrors.alternateUnknown;
  if (ballot?.votes.some((vote) => vote.memberId === memberId)) return AppealErrors.memberHasVoted;
  const askedAt = ballot && { ...Object.fromEntries(Object.entries(ballot.askedAt).filter(([id]) => id !== memberId)), [alternateId]: at };
  return {
    ...state,
    panel: {
      memberIds: panel.memberIds.map((id) => (id === memberId ? alternateId : id)),
      alternateIds: panel.alternateIds.filter((id) => id !== alternateId),
      replacedIds: [...panel.replacedIds, memberId],
    },
    ballot: ballot && askedAt ? { ...ballot, askedAt } : null,
  };
}

export function alternatesAdded(state: AppealState, { alternateIds }: Of<'alternatesAdded'>): AppealState | AppealError {
  const { panel } = state;
  if (!panel) return AppealErrors.wrongPhase;
  const known = [...panel.memberIds, ...panel.alternateIds, ...panel.replacedIds];
  if (alternateIds.some((id) => known.includes(id)) || new Set(alternateIds).size !== alternateIds.length) return AppealErrors.excluded;
  return seatRefusal(state, alternateIds) ?? { ...state, panel: { ...panel, alternateIds: [...panel.alternateIds, ...alternateIds] } };
}
