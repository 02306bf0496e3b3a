/** Refusals of publishing a department's results. */
export const PublicationErrors = {
  notReady: 'PUBLICATION.NOT_READY',
  costChanged: 'PUBLICATION.COST_CHANGED',
  alreadyRequested: 'PUBLICATION.ALREADY_REQUESTED',
} as const;
export type PublicationError = (typeof PublicationErrors)[keyof typeof PublicationErrors];
