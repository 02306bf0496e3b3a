/** Refusals in a wave. */
export const waveErrors = {
  /** No community is chosen, or one is not the rollout's: `details.communityIds`. */
  communityRefused: 'WAVE.COMMUNITY_REFUSED',
  /** A community is in another open wave: `details.communityIds`. */
  communityTaken: 'WAVE.COMMUNITY_TAKEN',
  /** The conditions of its start do not hold: `details.missing` names each with what it reads and what it needs. */
  notReady: 'WAVE.NOT_READY',
  /** The seven steps are not carried out consistently enough: `details.value` of `details.min`. */
  inconsistent: 'WAVE.INCONSISTENT',
} as const;
