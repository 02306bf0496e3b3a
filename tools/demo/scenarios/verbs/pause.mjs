import { setTimeout as sleep } from 'node:timers/promises';

/** Time passes in which nothing may happen. @param {import('../play.mjs').Play} _play @param {import('../statements.mjs').Row} row */
export const pause = (_play, { pause: seconds = 0 }) => sleep(seconds * 1_000);
