import type { ActionHandler, ProcessHandlers } from '../processes/index.js';
import { ENDED, endedWithRollout, HELD, RESUMED } from '../rollouts/children.js';
import { conclude } from './evaluate.js';
import { freeze } from './freeze.js';
import { decideGuard, readNow } from './monitor.js';
import { openPilot } from './open.js';
import { heldWithRollout, pause, resume, resumedWithRollout } from './pause.js';
import { loadPilot } from './pilot.js';
import { holdReview } from './review.js';

const asked = (run: ActionHandler['run']): ActionHandler => ({ by: 'assignee', run });

/** Rules of one iteration of a pilot: choose and freeze, run under guards with weekly reviews, evaluate. */
export const pilotHandlers: ProcessHandlers = {
  kind: 'pilot',
  open: openPilot,
  actions: {
    cohort: { freeze: asked(freeze) },
    weeklyReview: { holdReview: asked(holdReview) },
    guardBroken: { decideGuard: asked(decideGuard) },
    evaluation: { conclude: asked(conclude) },
    pause: { resume: asked(resume) },
    process: { pause: { by: async (context) => mayPause(await loadPilot(context), context.actorId), run: pause } },
  },
  expire: { monitoring: readNow },
  events: { [HELD]: heldWithRollout, [RESUMED]: resumedWithRollout, [ENDED]: endedWithRollout },
};

const mayPause = ({ row, rollout }: Awaited<ReturnType<typeof loadPilot>>, actorId: string): boolean => row.state === 'open' && actorId === rollout.leadId;
