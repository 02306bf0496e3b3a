import type { ProcessKind } from '@fairmark/contracts/process';

const pages: Record<ProcessKind, string> = {
  review: '/reviews', cycle: '/cycles', calibration: '/calibration', appeal: '/appeals', approval: '/approvals',
  // A child of a rollout has its page under the rollout; this address leads there.
  rollout: '/rollouts', pilot: '/pilots', wave: '/waves', pdcaQuarter: '/quarters',
};

/** Page of a process in the application. */
export const processLink = (kind: ProcessKind, refId: string): string => `${pages[kind]}/${refId}`;
