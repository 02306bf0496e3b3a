import type { AppealItem, AppealOutcome, AppealValue, RefusalGround, Rescorer, SecondLevelGround } from '@fairmark/contracts/appeals';

/** A contested item with the value it had in the contested result; null for a procedure item. */
export interface ContestedItem {
  readonly item: AppealItem;
  readonly value: AppealValue | null;
}

/** A frozen set of papers. 1: at filing. 2: answer to the one request. 3: with the second level. */
export interface EvidenceSet {
  readonly number: 1 | 2 | 3;
  readonly frozenAt: string;
  readonly paperIds: readonly string[];
}

/** What a panel member wants decided. Facts, rule and reason are stored texts; the state carries only their id. */
export interface Proposal {
  readonly proposalId: string;
  readonly byId: string;
  readonly outcome: AppealOutcome;
  readonly items: readonly { readonly item: AppealItem; readonly value: AppealValue | null }[];
  readonly rescorer: Rescorer | null;
  readonly reasonsId: string;
}

export interface Ballot {
  readonly number: 1 | 2;
  readonly openedAt: string;
  readonly proposalIds: readonly string[];
  readonly votes: readonly { readonly memberId: string; readonly proposalId: string; readonly at: string }[];
  /** Since when each sitting member has been asked: a replaced seat starts anew. */
  readonly askedAt: Readonly<Record<string, string>>;
}

export interface Panel {
  readonly memberIds: readonly string[];
  readonly alternateIds: readonly string[];
  /** Members who were silent and gave up their seat. Their votes never count. */
  readonly replacedIds: readonly string[];
}

export interface AppealDecision {
  readonly level: 1 | 2;
  readonly outcome: 'confirmed' | 'adjusted';
  readonly items: Proposal['items'];
  readonly reasonsId: string;
  readonly decidedAt: string;
}

export type AppealPhase = 'admissibility' | 'deliberation' | 'rescoring' | 'decided' | 'closed';

/** One appeal through its levels, as plain JSON: ids, kinds, values and instants, no text and no name. */
export interface AppealState {
  readonly phase: AppealPhase;
  readonly level: 1 | 2;
  readonly subjectId: string;
  readonly filedAt: string;
  readonly contested: readonly ContestedItem[];
  /** Bands of the plan, highest first. */
  readonly bands: readonly string[];
  readonly originalScorerIds: readonly string[];
  readonly evidence: readonly EvidenceSet[];
  readonly admittedAt: string | null;
  readonly panel: Panel | null;
  /** Everybody who sat on the first level, when the second runs. */
  readonly earlierPanelIds: readonly string[];
  readonly papers: 'none' | 'asked' | 'in';
  readonly papersAskedAt: string | null;
  readonly statementId: string | null;
  readonly proposals: readonly Proposal[];
  readonly ballot: Ballot | null;
  /** Votes of finished ballots, kept for the record; never shown to the employee or the manager. */
  readonly pastBallots: readonly Ballot[];
  readonly sentBack: { readonly items: readonly AppealItem[]; readonly rescorer: Rescorer; readonly reasonsId: string; readonly at: string } | null;
  readonly secondLevel: { readonly ground: SecondLevelGround; readonly filedAt: string } | null;
  readonly decisions: readonly AppealDecision[];
  readonly refusal: { readonly ground: RefusalGround; readonly level: 1 | 2 } | null;
  /** How the case ended. A refused or withdrawn second level leaves the first decision standing. */
  readonly closedAs: 'refused' | 'withdrawn' | 'confirmed' | 'adjusted' | null;
}

export interface FiledAppeal {
  readonly subjectId: string;
  readonly filedAt: string;
  readonly contested: readonly ContestedItem[];
  readonly bands: readonly string[];
  readonly originalScorerIds: readonly string[];
  readonly paperIds: readonly string[];
}

/** A new appeal: evidence set 1 is frozen with the filing. */
export function openAppeal(filed: FiledAppeal): AppealState {
  const { paperIds, ...facts } = filed;
  return {
    ...facts, phase: 'admissibility', level: 1, evidence: [{ number: 1, frozenAt: filed.filedAt, paperIds }], admittedAt: null, panel: null, earlierPanelIds: [],
    papers: 'none', papersAskedAt: null, statementId: null, proposals: [], ballot: null, pastBallots: [], sentBack: null, secondLevel: null, decisions: [],
    refusal: null, closedAs: null,
  };
}

/** The value an item has now: of the latest adjusting decision, else of the contested result. */
export function standingValue(state: AppealState, item: AppealItem): AppealValue | null {
  const same = (other: AppealItem): boolean => other.kind === item.kind && other.key === item.key;
  const adjusted = state.decisions.flatMap((decision) => decision.items).filter((changed) => same(changed.item)).at(-1);
  return adjusted?.value ?? state.contested.find((contested) => same(contested.item))?.value ?? null;
}
