import type { ProcessKind } from '@fairmark/contracts/process';
import { Script, type Step } from './script.js';

interface Recording {
  kind: ProcessKind;
  make(): Script;
  /** The process goes on in fresh runs; its first one is stored. */
  keepFirstRun?: boolean;
}

const step = (via: Step['via']) => (to: string, wakeAfterMs?: number): Step => ({ via, to, ...(wakeAfterMs ? { wakeAfterMs } : {}) });
const decide = step('decide');
const event = step('event');
const timer = step('timer');

const FAR = 600_000;
const SOON = 300;

/** From goals to the end: proposal, return, approval, period, self-review, scoring, sign-off, publication, accepted twice. */
const undisturbed: Step[] = [
  decide('goalSetting', FAR), decide('goalSetting', FAR), decide('goalSetting', FAR), decide('period', SOON), timer('selfReview', FAR), decide('scoring', FAR), decide('calibration'), event('publication'), event('result', FAR), decide('result', FAR),
  decide('result', FAR), decide('closed'),
];

/** What each stored history shows. */
export const scripts: Record<string, Recording> = {
  'review-undisturbed': { kind: 'review', make: () => new Script('goalSetting', undisturbed, FAR) },
  'review-late-people': {
    kind: 'review',
    make: () => new Script('goalSetting', [timer('goalSetting', SOON), timer('goalSetting', FAR), decide('period', SOON), timer('selfReview', SOON), timer('selfReview', SOON), timer('scoring', SOON), timer('scoring', FAR), decide('calibration'), event('publication'), event('result', SOON), timer('closed')], SOON),
  },
  'review-appeal-and-buffer': {
    kind: 'review',
    make: () => new Script('scoring', [decide('calibration'), event('publication'), event('result', FAR), decide('appeal'), event('appeal', FAR), decide('appeal'), event('buffer', FAR), decide('buffer', SOON), timer('buffer', FAR), decide('closed')], FAR),
  },
  'review-database-away': {
    kind: 'review',
    make: () => new Script('scoring', [{ via: 'decide', to: 'calibration', failures: 4 }, { via: 'event', to: 'publication', failures: 1 }, event('closed')], FAR),
  },
  'review-goes-on-in-a-fresh-run': { kind: 'review', keepFirstRun: true, make: () => new Script('goalSetting', [...Array.from({ length: 20 }, () => decide('goalSetting', FAR)), decide('closed')], FAR) },
  'cycle-launched-and-closed': { kind: 'cycle', make: () => new Script('launching', [{ via: 'timer', to: 'running' }, decide('running'), event('closed')]) },
  'calibration-undisturbed': { kind: 'calibration', make: () => new Script('open', [decide('open', FAR), decide('open', FAR), decide('closed')], FAR) },
  'approval-returned-and-approved': { kind: 'approval', make: () => new Script('approving', [decide('approving', FAR), decide('returned', FAR), decide('approving', FAR), decide('approving', FAR), decide('withdrawable', SOON), timer('closed')], FAR) },
  'approval-late-people': { kind: 'approval', make: () => new Script('approving', [timer('approving', SOON), timer('approving', SOON), timer('approving', FAR), event('approving', FAR), decide('closed')], SOON) },
  'approval-goes-on-in-a-fresh-run': { kind: 'approval', keepFirstRun: true, make: () => new Script('approving', [...Array.from({ length: 20 }, () => decide('approving', FAR)), decide('closed')], FAR) },
  'rollout-through-its-phases': {
    kind: 'rollout',
    make: () => new Script('design', [decide('design', FAR), decide('pilot', FAR), event('pilot', FAR), decide('held', FAR), event('held', FAR), decide('pilot', FAR), decide('rollout', FAR), decide('optimise', SOON), timer('optimise', SOON), timer('optimise', FAR), decide('closed')], FAR),
  },
  'rollout-goes-on-in-a-fresh-run': { kind: 'rollout', keepFirstRun: true, make: () => new Script('pilot', [...Array.from({ length: 20 }, () => decide('pilot', FAR)), decide('closed')], FAR) },
  'pilot-paused-and-evaluated': { kind: 'pilot', make: () => new Script('choosing', [decide('running', SOON), timer('running', FAR), event('paused'), event('running', FAR), decide('evaluating', FAR), decide('closed')], FAR) },
  'wave-paused-and-resumed': { kind: 'wave', make: () => new Script('preparing', [decide('mobilising', FAR), decide('adopting', SOON), timer('adopting', FAR), decide('paused'), decide('adopting', FAR), decide('evaluating', FAR), decide('closed')], FAR) },
  'pdcaQuarter-adjusted-and-tracked': { kind: 'pdcaQuarter', make: () => new Script('reviewing', [decide('adjusting', FAR), decide('tracking', SOON), timer('tracking', FAR), decide('closed')], FAR) },
  'appeal-two-levels': {
    kind: 'appeal',
    make: () => new Script('admissibility', [decide('deliberation', FAR), decide('deliberation', FAR), decide('rescoring'), event('deliberation', FAR), decide('decided', FAR), decide('secondLevel', FAR), decide('closed')], FAR),
  },
};
