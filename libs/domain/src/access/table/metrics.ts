import { allow, signedIn, type AccessRule } from '../rule.js';

/** Values of indicators are brought in and looked after by HR. */
const hr = allow('none', { hr: '*' });

/** Routes of metrics. Quality is accepted by HR and the head of the department: who is which is decided with the department in the body. */
export const metricsAccess = {
  'metrics.import': hr,
  'metrics.list': hr,
  'metrics.template': hr,
  'metrics.export': hr,
  'metrics.quality': signedIn,
  'metrics.accept': signedIn,
  'metrics.sample': hr,
  'metrics.reports': hr,
  'metrics.answer': hr,
  'metrics.report': allow('review', { self: '*' }),
} as const satisfies Record<string, AccessRule>;
