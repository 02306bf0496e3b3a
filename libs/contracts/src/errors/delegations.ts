/** Refusals about standing substitutes (委托). */
export const delegationErrors = {
  /** Nobody stands in for themselves. */
  oneself: 'DELEGATION.ONESELF',
  /** It ends before it begins, is over already, or lasts longer than a year. */
  period: 'DELEGATION.PERIOD',
  /** The delegate has left, leaves before it begins, or is disabled. */
  delegateInactive: 'DELEGATION.DELEGATE_INACTIVE',
  /** The delegator has left or is disabled. */
  delegatorInactive: 'DELEGATION.DELEGATOR_INACTIVE',
  /** The delegator has another delegation of the same kind of process in that time: `details.delegationId`. */
  overlap: 'DELEGATION.OVERLAP',
  /** The delegate's own delegations lead back to the delegator in that time. */
  chain: 'DELEGATION.CHAIN',
  /** It has ended already. */
  ended: 'DELEGATION.ENDED',
  /** The delegate, or somebody in the chain to them, is a party of the case. */
  ownCase: 'DELEGATION.OWN_CASE',
  /** The step is done in person: a self-review, an acceptance, a seat in a panel or session. */
  personalStep: 'DELEGATION.PERSONAL_STEP',
  /** The delegate has decided here already for themselves or for somebody else: two seats never become one pair of eyes. */
  alreadyActed: 'DELEGATION.ALREADY_ACTED',
} as const;
