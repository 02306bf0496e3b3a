import type { SessionView } from '@fairmark/contracts/identity';

/** One entry of the navigation: its page and the key of its text. */
export interface NavigationEntry {
  path: string;
  text: string;
}

/** What a person finds in the navigation: only what they can open. The API decides again for every request. */
export function navigationFor(session: SessionView): NavigationEntry[] {
  const has = (role: string): boolean => session.roles.some((grant) => grant.role === role);
  return [
    { path: '/inbox', text: 'inbox', shown: true },
    { path: '/my-review', text: 'myReview', shown: true },
    { path: '/team', text: 'team', shown: session.relations.hasReports },
    { path: '/calibration', text: 'calibration', shown: session.relations.isCalibrationMember || has('hr') },
    { path: '/appeals', text: 'appeals', shown: session.relations.isPanelMember || has('hr') },
    { path: '/cycles', text: 'cycles', shown: has('hr') },
    { path: '/metrics', text: 'metrics', shown: has('hr') },
    { path: '/plans', text: 'plans', shown: has('hr') || has('lead') },
    { path: '/org', text: 'org', shown: has('hr') || has('admin') },
  ].filter((entry) => entry.shown);
}
