import type { ActionHandler, ProcessHandlers } from '../processes/index.js';
import { ENDED, endedWithRollout, HELD, RESUMED } from '../rollouts/children.js';
import { drop, keepUnchanged, propose } from './adjust.js';
import { adopt } from './adopt.js';
import { compare, decideEffect } from './effect.js';
import { openQuarter } from './open.js';
import { heldWithRollout, pause, resume, resumedWithRollout } from './pause.js';
import { loadQuarter } from './quarter.js';
import { completeReview } from './review.js';

const asked = (run: ActionHandler['run']): ActionHandler => ({ by: 'assignee', run });

/** Rules of one quarter of improvement: review, adjust, follow the effect, keep or revert. */
export const pdcaQuarterHandlers: ProcessHandlers = {
  kind: 'pdcaQuarter',
  open: openQuarter,
  actions: {
    quarterReview: { completeReview: asked(completeReview) },
    adjustment: { propose: asked(propose), drop: asked(drop), adopt: asked(adopt), keepUnchanged: asked(keepUnchanged) },
    effect: { decideEffect: asked(decideEffect) },
    quarterPause: { resume: asked(resume) },
    process: { pause: { by: async (context) => mayPause(await loadQuarter(context), context.actorId), run: pause } },
  },
  expire: { tracking: compare },
  events: { [HELD]: heldWithRollout, [RESUMED]: resumedWithRollout, [ENDED]: endedWithRollout },
};

const mayPause = ({ row, rollout }: Awaited<ReturnType<typeof loadQuarter>>, actorId: string): boolean => row.state === 'open' && actorId === rollout.leadId;
