import type { RefusalGround, SecondLevelGround } from '@fairmark/contracts/appeals';
import type { Proposal } from './state.js';

/** Everything that can happen to an appeal after its filing. Who may do it is decided by access; instants are ISO 8601 in UTC. */
export type AppealEvent =
  /** Admitted together with its panel (see `panelFor`). */
  | { readonly type: 'admitted'; readonly at: string; readonly memberIds: readonly string[]; readonly alternateIds: readonly string[] }
  | { readonly type: 'refused'; readonly at: string; readonly ground: RefusalGround }
  | { readonly type: 'papersAsked'; readonly at: string; readonly byId: string }
  /** The employee's answer, or an empty list when the three working days are over. */
  | { readonly type: 'papersIn'; readonly at: string; readonly paperIds: readonly string[] }
  | { readonly type: 'statementGiven'; readonly at: string; readonly statementId: string }
  | { readonly type: 'proposed'; readonly at: string; readonly proposal: Proposal }
  | { readonly type: 'ballotOpened'; readonly at: string; readonly byId: string }
  | { readonly type: 'voted'; readonly at: string; readonly memberId: string; readonly proposalId: string; readonly ballot: 1 | 2 }
  /** A member silent for two working days gives the seat to an alternate. */
  | { readonly type: 'memberReplaced'; readonly at: string; readonly memberId: string; readonly alternateId: string }
  /** A wider pool: further eligible people, none of whom is excluded. */
  | { readonly type: 'alternatesAdded'; readonly at: string; readonly alternateIds: readonly string[] }
  | { readonly type: 'rescored'; readonly at: string }
  | { readonly type: 'secondLevelFiled'; readonly at: string; readonly ground: SecondLevelGround; readonly paperIds: readonly string[] }
  /** Five working days after the decision nobody called the second level. */
  | { readonly type: 'secondLevelWindowEnded'; readonly at: string }
  | { readonly type: 'withdrawn'; readonly at: string };

export type AppealEventType = AppealEvent['type'];
