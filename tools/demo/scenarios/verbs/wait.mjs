import { until } from '../patience.mjs';
import { entriesOf } from '../play.mjs';

/** Nobody does anything until a deadline has acted. @param {import('../play.mjs').Play} play */
export const waitForDeadline = (play) => until('the deadline has acted', async () => (await entriesOf(play)) > play.entries);
