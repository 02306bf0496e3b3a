import type { Type } from '@nestjs/common';
import { BuffersModule } from './buffers/buffers.module.js';
import { AppealsModule } from './appeals/appeals.module.js';
import { ApprovalsModule } from './approvals/approvals.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CalibrationModule } from './calibration/calibration.module.js';
import { PublicationsModule } from './publications/publications.module.js';
import { RewardsModule } from './rewards/rewards.module.js';
import { ScoringModule } from './scoring/scoring.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { ChangesModule } from './changes/changes.module.js';
import { DelegationsModule } from './delegations/delegations.module.js';
import { CyclesModule } from './cycles/cycles.module.js';
import { PlansModule } from './plans/plans.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { HistoryModule } from './history/history.module.js';
import { InboxModule } from './inbox/inbox.module.js';
import { IssuesModule } from './issues/issues.module.js';
import { LiveModule } from './live/live.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { OrgModule } from './org/org.module.js';
import { ProcessesModule } from './processes/processes.module.js';
import { ResultsModule } from './results/results.module.js';
import { ReviewsModule } from './reviews/reviews.module.js';
import { RobotsModule } from './robots/robots.module.js';

/** Modules of all features. A feature adds its module here, and its routes to the access table. */
export const featureModules: Type[] = [AppealsModule, ApprovalsModule, BuffersModule, ResultsModule, OrgModule, RewardsModule, PublicationsModule, CalendarModule, CalibrationModule, MetricsModule, ScoringModule, CyclesModule, DelegationsModule, ChangesModule, PlansModule, ProcessesModule, NoticesModule, LiveModule, ExportsModule, HistoryModule, InboxModule, IssuesModule, ReviewsModule, RobotsModule];
