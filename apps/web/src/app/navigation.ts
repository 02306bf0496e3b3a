import { ApartmentOutlined, AuditOutlined, BookOutlined, CalendarOutlined, ClusterOutlined, FileTextOutlined, FlagOutlined, ForkOutlined, InboxOutlined, LineChartOutlined, RobotOutlined, RocketOutlined, ScheduleOutlined, SlidersOutlined, SwapOutlined, TeamOutlined, UserOutlined } from '@ant-design/icons';
import type { SessionView } from '@fairmark/contracts/identity';
import type { ComponentType } from 'react';

/** One entry of the navigation: its page, the key of its text, its sign. */
export interface NavigationEntry {
  path: string;
  text: string;
  Icon: ComponentType;
}

/** What a person finds in the navigation: only what they can open. The API decides again for every request. */
export function navigationFor(session: SessionView): NavigationEntry[] {
  const has = (role: string): boolean => session.roles.some((grant) => grant.role === role);
  return [
    { path: '/inbox', text: 'inbox', Icon: InboxOutlined, shown: true },
    { path: '/my-review', text: 'myReview', Icon: UserOutlined, shown: true },
    { path: '/team', text: 'team', Icon: TeamOutlined, shown: session.relations.hasReports },
    { path: '/calibration', text: 'calibration', Icon: SlidersOutlined, shown: session.relations.isCalibrationMember || has('hr') },
    { path: '/appeals', text: 'appeals', Icon: AuditOutlined, shown: session.relations.isPanelMember || has('hr') },
    { path: '/issues', text: 'issues', Icon: FlagOutlined, shown: true },
    { path: '/delegations', text: 'delegations', Icon: SwapOutlined, shown: true },
    { path: '/cases', text: 'cases', Icon: BookOutlined, shown: true },
    { path: '/cycles', text: 'cycles', Icon: CalendarOutlined, shown: has('hr') },
    { path: '/metrics', text: 'metrics', Icon: LineChartOutlined, shown: has('hr') },
    { path: '/rollouts', text: 'rollouts', Icon: RocketOutlined, shown: has('hr') || has('lead') || has('sponsor') },
    { path: '/plans', text: 'plans', Icon: FileTextOutlined, shown: has('hr') || has('lead') },
    { path: '/approval-definitions', text: 'approvals', Icon: ForkOutlined, shown: has('hr') || has('admin') || has('lead') || has('sponsor') },
    { path: '/changes', text: 'changes', Icon: ClusterOutlined, shown: has('hr') },
    { path: '/calendar', text: 'calendar', Icon: ScheduleOutlined, shown: has('hr') || has('admin') },
    { path: '/robots', text: 'robots', Icon: RobotOutlined, shown: has('hr') || has('admin') },
    { path: '/org', text: 'org', Icon: ApartmentOutlined, shown: has('hr') || has('admin') },
  ].filter((entry) => entry.shown);
}
