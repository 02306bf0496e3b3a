import { acceptTogether } from '@fairmark/persistence/metrics';
import { nothing, type PurposeEffects } from './effects.js';

/** Data below the needed quality are taken as they are: HR who asked and the last who approved are the two people. What a passed deadline approved has no second person and accepts nothing. */
export const missingValue: PurposeEffects = {
  async onApproved({ tx, now }, { about, submitterId, reason }, { actorId, comment }) {
    if (actorId === null) return nothing();
    const where = { indicatorId: String(about['indicatorId']), subPeriod: String(about['subPeriod']), departmentId: String(about['departmentId']) };
    await acceptTogether(tx, where, { hrId: submitterId, hrReason: reason ?? '', headId: actorId, headReason: comment ?? reason ?? '' }, now);
    return { audit: [{ action: 'metrics.qualityAccepted', object: `${where.indicatorId}/${where.subPeriod}`, after: { departmentId: where.departmentId } }] };
  },
  onRejected: nothing,
  onWithdrawn: nothing,
};
