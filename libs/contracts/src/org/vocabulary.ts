import { z } from 'zod';

/** Files of one organisation file set, in the order in which they depend on each other. */
export const OrgFileKind = z.enum(['departments', 'positions', 'employees', 'leaves', 'communities', 'assignments']).meta({ id: 'OrgFileKind' });
export type OrgFileKind = z.infer<typeof OrgFileKind>;

/** Languages of the product; also the languages in which file headers are read and written. */
export const AppLocale = z.enum(['zh-CN', 'en']).meta({ id: 'AppLocale' });
export type AppLocale = z.infer<typeof AppLocale>;

/** Community types every installation has; customers may add types by configuration. */
export const CommunityType = z.enum(['content', 'transaction', 'service']).meta({ id: 'CommunityType' });
export type CommunityType = z.infer<typeof CommunityType>;

/** Life stages of a community: base or start-up, growth, mature. */
export const CommunityStage = z.enum(['base', 'growth', 'mature']).meta({ id: 'CommunityStage' });
export type CommunityStage = z.infer<typeof CommunityStage>;
