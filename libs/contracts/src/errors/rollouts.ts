/** Refusals of rollouts. */
export const RolloutErrors = {
  planUnknown: 'ROLLOUT.PLAN_UNKNOWN',
  personInactive: 'ROLLOUT.PERSON_INACTIVE',
  /** Sponsor and lead are two people: nobody decides the gates of the own work. */
  sponsorIsLead: 'ROLLOUT.SPONSOR_IS_LEAD',
  stepUnknown: 'ROLLOUT.STEP_UNKNOWN',
  /** The core task of a phase cannot be skipped. */
  coreStep: 'ROLLOUT.CORE_STEP',
  deliverableUnknown: 'ROLLOUT.DELIVERABLE_UNKNOWN',
  deliverableEmpty: 'ROLLOUT.DELIVERABLE_EMPTY',
  /** A core task of the phase, or what its processes have to bring, is not there yet. */
  coreOpen: 'ROLLOUT.CORE_OPEN',
  conditionsOpen: 'ROLLOUT.CONDITIONS_OPEN',
  gateOpen: 'ROLLOUT.GATE_OPEN',
  noGate: 'ROLLOUT.NO_GATE',
  /** Others say what they think; the last node of the gate decides. */
  notLastNode: 'ROLLOUT.NOT_LAST_NODE',
  noPhaseBefore: 'ROLLOUT.NO_PHASE_BEFORE',
  reviewsRunning: 'ROLLOUT.REVIEWS_RUNNING',
  isHeld: 'ROLLOUT.IS_HELD',
  notHeld: 'ROLLOUT.NOT_HELD',
  wrongPhase: 'ROLLOUT.WRONG_PHASE',
  pilotRunning: 'ROLLOUT.PILOT_RUNNING',
  /** Two iterations at most, a third only as the sponsor's recorded exception. */
  pilotLimit: 'ROLLOUT.PILOT_LIMIT',
  /** Nobody has said yet which version of the plan is tried out and rolled out. */
  noPlanVersion: 'ROLLOUT.NO_PLAN_VERSION',
  /** There is no such version, or it belongs to another plan. */
  otherPlan: 'ROLLOUT.OTHER_PLAN',
  /** The version is retired, or its findings forbid using it. */
  planNotUsable: 'ROLLOUT.PLAN_NOT_USABLE',
  /** The company asks that plan versions are approved before they are used. */
  planNotApproved: 'ROLLOUT.PLAN_NOT_APPROVED',
  /** A pilot that runs keeps its version to the end. */
  versionPinned: 'ROLLOUT.VERSION_PINNED',
} as const;
