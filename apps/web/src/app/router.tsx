import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate, Outlet } from '@tanstack/react-router';
import { SignedIn } from './SignedIn.js';

const root = createRootRoute({ component: Outlet });
type Load = Parameters<typeof lazyRouteComponent>[0];

/** Pages before sign-in. */
const open = <P extends string>(path: P, load: Load, name: string) => createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, name as never) });

/** Everything behind sign-in shares the frame; without a session the frame asks for one and keeps the page. */
const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: SignedIn });
const page = <P extends string>(path: P, load: Load, name: string) => createRoute({ getParentRoute: () => inside, path, component: lazyRouteComponent(load, name as never) });

/** The bare address leads to the inbox once the frame is there: the frame of somebody who left leads to their result instead. */
const home = createRoute({ getParentRoute: () => inside, path: '/', component: () => <Navigate to="/inbox" replace /> });

const routes = root.addChildren([
  open('/sign-in', () => import('../identity/SignInPage.js'), 'SignInPage'),
  open('/reset', () => import('../identity/ResetPage.js'), 'ResetPage'),
  open('/invitation', () => import('../identity/InvitationPage.js'), 'InvitationPage'),
  open('/leaver', () => import('../identity/LeaverPage.js'), 'LeaverPage'),
  open('/setup', () => import('../identity/SetUpPage.js'), 'SetUpPage'),
  inside.addChildren([
    home,
    page('/inbox', () => import('../inbox/InboxPage.js'), 'InboxPage'),
    page('/visits/$visitId', () => import('../inbox/VisitPage.js'), 'VisitPage'),
    page('/my-review', () => import('../reviews/MyReviewsPage.js'), 'MyReviewsPage'),
    page('/reviews/$reviewId', () => import('../reviews/ReviewPage.js'), 'ReviewPage'),
    page('/team', () => import('../reviews/TeamPage.js'), 'TeamPage'),
    page('/scoring/$cycleId', () => import('../scoring/ScoringGridPage.js'), 'ScoringGridPage'),
    page('/calibration', () => import('../calibration/CalibrationListPage.js'), 'CalibrationListPage'),
    page('/calibration/$sessionId', () => import('../calibration/CalibrationPage.js'), 'CalibrationPage'),
    page('/appeals', () => import('../appeals/AppealsPage.js'), 'AppealsPage'),
    page('/appeals/$appealId', () => import('../appeals/AppealPage.js'), 'AppealPage'),
    page('/reviews/$reviewId/appeal', () => import('../appeals/FileAppealPage.js'), 'FileAppealPage'),
    page('/cycles', () => import('../cycles/CyclesPage.js'), 'CyclesPage'),
    page('/cycles/$cycleId', () => import('../cycles/CyclePage.js'), 'CyclePage'),
    page('/metrics', () => import('../metrics/MetricsPage.js'), 'MetricsPage'),
    page('/org', () => import('../org/OrgPage.js'), 'OrgPage'),
    page('/plans', () => import('../plans/PlansPage.js'), 'PlansPage'),
    page('/plans/$code/design', () => import('../plans/design/DesignPage.js'), 'DesignPage'),
    page('/approvals/$approvalId', () => import('../approvals/case/ApprovalPage.js'), 'ApprovalPage'),
    page('/approvals/$approvalId/plan', () => import('../approvals/plan/CasePlanPage.js'), 'CasePlanPage'),
    page('/approval-definitions', () => import('../approvals/designer/DefinitionsPage.js'), 'DefinitionsPage'),
    page('/approval-definitions/$definition', () => import('../approvals/designer/DefinitionPage.js'), 'DefinitionPage'),
    page('/approval-help', () => import('../approvals/help/HelpPage.js'), 'HelpPage'),
    page('/delegations', () => import('../delegations/DelegationsPage.js'), 'DelegationsPage'),
    page('/issues', () => import('../issues/IssuesPage.js'), 'IssuesPage'),
    page('/rollouts/$rolloutId/issues', () => import('../issues/RolloutIssues.js'), 'RolloutIssues'),
    page('/changes', () => import('../changes/ChangesPage.js'), 'ChangesPage'),
    page('/changes/new', () => import('../changes/NewChangePage.js'), 'NewChangePage'),
    page('/changes/$changeId', () => import('../changes/ChangePage.js'), 'ChangePage'),
    page('/calendar', () => import('../calendar/CalendarPage.js'), 'CalendarPage'),
    page('/rollouts', () => import('../rollouts/RolloutsPage.js'), 'RolloutsPage'),
    page('/rollouts/$rolloutId', () => import('../rollouts/RolloutPage.js'), 'RolloutPage'),
    page('/robots', () => import('../robots/RobotsPage.js'), 'RobotsPage'),
    page('/reviews/$reviewId/history', () => import('../history/HistoryPage.js'), 'ReviewHistoryPage'),
    page('/approvals/$approvalId/history', () => import('../history/HistoryPage.js'), 'ApprovalHistoryPage'),
    page('/cycles/$cycleId/publications', () => import('../publications/PublicationsPage.js'), 'PublicationsPage'),
    page('/rollouts/$rolloutId/pilots/$n', () => import('../pilots/PilotPage.js'), 'PilotPage'),
    page('/rollouts/$rolloutId/pdca/$quarter', () => import('../pdca/QuarterPage.js'), 'QuarterPage'),
    page('/cases', () => import('../cases/CasesPage.js'), 'CasesPage'),
    page('/notices', () => import('../notices/NoticesPage.js'), 'NoticesPage'),
    page('/exports', () => import('../exports/ExportsPage.js'), 'ExportsPage'),
    page('/account', () => import('../identity/AccountPage.js'), 'AccountPage'),
  ]),
]);

/** The pages of the application; each is loaded when it is first opened. */
export const createAppRouter = () => createRouter({ routeTree: routes, defaultPreload: false });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
