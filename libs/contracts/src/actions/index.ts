import type { z } from 'zod';
import type { ProcessKind } from '../process/index.js';
import { appealActions } from './appeal.js';
import { approvalActions, approvalOperators } from './approvals.js';
import { calibrationActions } from './calibration.js';
import { cycleActions } from './cycle.js';
import { issueActions } from './issues.js';
import { pdcaQuarterActions } from './pdca.js';
import { pilotActions } from './pilots.js';
import { joinActions, type ActionRegistry } from './registry.js';
import { reviewActions } from './review.js';
import { rolloutActions } from './rollouts.js';
import { waveActions } from './waves.js';

export { approvalOperators } from './approvals.js';
export type { ActionRegistry, StepActions } from './registry.js';

/** Every decision a person can take, with the schema of its body: `POST /api/visits/:id/:action` and `POST /api/processes/:kind/:id/:action`. */
export const actionRegistry: ActionRegistry = {
  review: reviewActions, cycle: cycleActions, calibration: calibrationActions, appeal: appealActions, approval: approvalActions,
  rollout: joinActions(rolloutActions, issueActions), pilot: pilotActions, wave: waveActions, pdcaQuarter: pdcaQuarterActions,
};

/** Schema of an action's body in a step (or `process`); undefined when the step does not offer it. */
export function actionBody(kind: ProcessKind, step: string, action: string): z.ZodType | undefined {
  const own = actionRegistry[kind][step];
  if (own && Object.hasOwn(own, action)) return own[action];
  const general = step === 'process' ? undefined : actionRegistry[kind]['*'];
  return general && Object.hasOwn(general, action) ? general[action] : undefined;
}

/** The decisions that a step itself names. Operators of an approval are left out: its case says which of them are offered to whom. */
export function ownActions(kind: ProcessKind, step: string): string[] {
  return Object.keys(actionRegistry[kind][step] ?? {}).filter((action) => !Object.hasOwn(approvalOperators, action));
}
