import type { Enter } from '../reviews/enter.js';

/** The result is final: the review closes. */
export const enterBufferOrClose: Enter = async () => ({ finish: { outcome: 'closed' } });
