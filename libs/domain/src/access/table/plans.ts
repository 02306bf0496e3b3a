import { allow, type AccessRule } from '../rule.js';

/** Plans are configuration of the company: HR and the project lead write them, those who answer for them read them. */
const readers = allow('none', { hr: '*', lead: '*', sponsor: '*', admin: '*' });
const writers = allow('none', { hr: '*', lead: '*' });

/** Routes of plans. */
export const plansAccess = {
  'plans.list': readers,
  'plans.read': readers,
  'plans.usage': readers,
  'plans.people': allow('none', { hr: '*' }),
  'plans.reference': readers,
  'plans.check': writers,
  'plans.upload': writers,
  'plans.rewardPreview': writers,
  'plans.draft': writers,
  'plans.retire': writers,
  'plans.submit': writers,
  'plans.experience': allow('none', { hr: '*' }),
} as const satisfies Record<string, AccessRule>;
