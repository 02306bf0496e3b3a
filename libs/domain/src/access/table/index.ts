import { appealsAccess } from './appeals.js';
import { approvalsAccess } from './approvals.js';
import { buffersAccess } from './buffers.js';
import { calendarAccess } from './calendar.js';
import { calibrationAccess } from './calibration.js';
import { changesAccess } from './changes.js';
import { cyclesAccess } from './cycles.js';
import { delegationsAccess } from './delegations.js';
import { exportsAccess } from './exports.js';
import { historyAccess } from './history.js';
import { identityAccess } from './identity.js';
import { issuesAccess } from './issues.js';
import { metricsAccess } from './metrics.js';
import { operationsAccess } from './operations.js';
import { orgAccess } from './org.js';
import { pdcaAccess } from './pdca.js';
import { pilotsAccess } from './pilots.js';
import { plansAccess } from './plans.js';
import { processesAccess } from './processes.js';
import { publicationsAccess } from './publications.js';
import { reviewsAccess } from './reviews.js';
import { risksAccess } from './risks.js';
import { trainingAccess } from './training.js';
import { robotsAccess } from './robots.js';
import { rolloutsAccess } from './rollouts.js';
import { scoringAccess } from './scoring.js';
import { rewardsAccess } from './rewards.js';

/**
 * Who may use which route in which step, written by hand: `<feature>.<act>` → rule. The controllers name a key, the API does not start
 * when a route has none, and a generated test walks every cell over HTTP.
 */
export const accessTable = {
  ...identityAccess, ...orgAccess, ...plansAccess, ...cyclesAccess, ...reviewsAccess, ...scoringAccess, ...metricsAccess, ...calendarAccess, ...calibrationAccess, ...publicationsAccess, ...rewardsAccess, ...appealsAccess,
  ...buffersAccess, ...approvalsAccess, ...delegationsAccess, ...changesAccess, ...exportsAccess, ...historyAccess, ...robotsAccess, ...rolloutsAccess, ...issuesAccess, ...risksAccess, ...trainingAccess, ...pdcaAccess, ...pilotsAccess, ...processesAccess, ...operationsAccess,
} as const;
export type RouteKey = keyof typeof accessTable;
