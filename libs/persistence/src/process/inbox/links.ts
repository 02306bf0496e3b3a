import type { ProcessKind } from '@fairmark/contracts/process';
import type { Executor } from '../../database/index.js';
import { childById } from '../../rollouts/children.js';

const pages = { review: '/reviews', cycle: '/cycles', calibration: '/calibration', appeal: '/appeals', approval: '/approvals', rollout: '/rollouts' } as const;
/** Where a child of a rollout has its page below it; a wave is followed on the board of its rollout. */
const childPages = { pilot: (no: string) => `/pilots/${no}`, wave: () => '', pdcaQuarter: (quarter: string) => `/pdca/${quarter}` } as const;

const isChild = (kind: ProcessKind): kind is keyof typeof childPages => kind in childPages;

/** Page of a process in the application; of a child of a rollout the list of rollouts, because its own page is found with its row only. */
export const processLink = (kind: ProcessKind, refId: string): string => (isChild(kind) ? pages.rollout : `${pages[kind]}/${refId}`);

/** Page of a process, also of a child of a rollout: it stands under the rollout, by its number or quarter. */
export async function processPage(read: Executor, kind: ProcessKind, refId: string): Promise<string> {
  if (!isChild(kind)) return processLink(kind, refId);
  const { rolloutId, key } = await childById(read, kind, refId);
  return `${pages.rollout}/${rolloutId}${childPages[kind](key)}`;
}
