import type { ProcessKind } from '@fairmark/contracts/process';

const pages: Record<ProcessKind, string> = { review: '/reviews', cycle: '/cycles', calibration: '/calibration', appeal: '/appeals', approval: '/approvals' };

/** Page of a process in the application. */
export const processLink = (kind: ProcessKind, refId: string): string => `${pages[kind]}/${refId}`;
