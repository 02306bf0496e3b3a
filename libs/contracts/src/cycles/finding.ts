import { z } from 'zod';
import { Id } from '../common/index.js';

/** The way to mend a finding; the web app turns it into a sentence and a link. */
export const MENDS = [
  'widenPopulation', 'assignManager', 'replaceManager', 'breakManagerLoop', 'assignApprover', 'assignCommunity', 'addSheet',
  'reorderDeadlines', 'moveDeadline', 'waitForOfficialDays', 'spreadReports', 'changeQuota', 'acceptNoQuota', 'enlargePanelPool',
  'repairPlan', 'approvePlan', 'readPlanWarning', 'changePeriodOrExclude',
] as const;
export const Mend = z.enum(MENDS).meta({ id: 'Mend' });
export type Mend = z.infer<typeof Mend>;

/** One finding of the preflight: who, why (`code`, `details`), the way to mend it. `blocking` ones stop the launch. */
export const Finding = z
  .object({
    code: z.string(),
    severity: z.enum(['blocking', 'warning']),
    employeeId: Id.optional(),
    departmentId: Id.optional(),
    details: z.record(z.string(), z.unknown()),
    mend: Mend,
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof Finding>;
