import type { ActionHandler, DecisionContext, ProcessHandlers } from '../processes/index.js';
import { ENDED, HELD, RESUMED } from '../rollouts/children.js';
import { begin } from './begin.js';
import { checkExecution, complete } from './complete.js';
import { openWave } from './open.js';
import { heldWithRollout, pause, resume, resumedWithRollout, waveEnded } from './pause.js';
import { loadWave } from './wave.js';

const asked = (run: ActionHandler['run']): ActionHandler => ({ by: 'assignee', run });

/** Only the lead, and only while the wave runs. */
async function leadWhileOpen(context: DecisionContext): Promise<boolean> {
  const { row, rollout } = await loadWave(context);
  return row.state === 'open' && context.actorId === rollout.leadId;
}

/** Rules of one wave: begin when its conditions hold, mobilise, adopt, evaluate; it can be paused alone. */
export const waveHandlers: ProcessHandlers = {
  kind: 'wave',
  open: openWave,
  actions: {
    preparation: { begin: asked(begin) },
    mobilisation: { complete: asked(complete) },
    adoption: { complete: asked(complete) },
    waveEvaluation: { complete: asked(complete) },
    wavePause: { resume: asked(resume) },
    process: { pause: { by: leadWhileOpen, run: pause }, checkExecution: { by: leadWhileOpen, run: checkExecution } },
  },
  expire: {},
  events: { [HELD]: heldWithRollout, [RESUMED]: resumedWithRollout, [ENDED]: waveEnded },
};
