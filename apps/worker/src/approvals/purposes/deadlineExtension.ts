import { nothing, type PurposeEffects } from './effects.js';

/** More time for somebody's step: the review moves its deadline itself, by the event. */
export const deadlineExtension: PurposeEffects = {
  onApproved: (_context, { about, submitterId, reason }, { actorId }) =>
    Promise.resolve({ audit: [], signals: [{ workflowId: String(about['workflowId']), name: 'extensionApproved', body: { visitId: about['visitId'], by: about['by'], reason, askedBy: submitterId, approvedBy: actorId } }] }),
  onRejected: nothing,
  onWithdrawn: nothing,
};
