import type { CycleStep } from '@fairmark/contracts/cycles';
import type { BandQuota, QuotaMode } from '../calibration/index.js';

/** Somebody of the company, as of the end of the period. */
export interface PreflightStaff {
  readonly employeeId: string;
  readonly active: boolean;
  readonly managerId: string | null;
  readonly departmentId: string;
}

/** Somebody the cycle would cover. */
export interface PreflightPerson {
  readonly employeeId: string;
  /** Communities operated in the period, and whether a sheet is found for each (its own, else that of its type × stage). */
  readonly communities: readonly { readonly communityId: string; readonly hasSheet: boolean }[];
  readonly hasPositionSheet: boolean;
  /** Approvals of the review (goals, second approver, next level …) with who the definition resolves to, before skipping anybody. */
  readonly approvals: readonly { readonly node: string; readonly approverIds: readonly string[] }[];
  /** Scorers besides the manager: of earlier segments. Collaborators, if already named. */
  readonly scorerIds: readonly string[];
  readonly inputIds: readonly string[];
}

/** A deadline as a date, with the calendars in which that day is free or not announced yet. */
export interface PreflightDeadline {
  readonly step: CycleStep;
  readonly dueOn: string;
  readonly closedIn: readonly string[];
  readonly provisionalIn: readonly string[];
}

/** What the plan's own validation found. */
export interface PlanFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly details: Readonly<Record<string, unknown>>;
}

/** Everything the preflight looks at, as plain data. Dates are `YYYY-MM-DD`. */
export interface PreflightInput {
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly staff: readonly PreflightStaff[];
  readonly population: readonly PreflightPerson[];
  readonly departments: readonly { readonly departmentId: string; readonly parentId: string | null }[];
  readonly deadlines: readonly PreflightDeadline[];
  readonly plan: { readonly bands: readonly string[]; readonly quotaMode: QuotaMode; readonly quotas: readonly BandQuota[]; readonly findings: readonly PlanFinding[] };
  readonly panel: { readonly poolIds: readonly string[]; readonly size: 3 | 5 };
  /** Who would calibrate and sign off, by department. */
  readonly calibrators: readonly { readonly departmentId: string; readonly memberIds: readonly string[] }[];
  /** Reviews of the same plan line that are not cancelled, in other cycles. */
  readonly otherReviews: readonly { readonly employeeId: string; readonly cycleId: string; readonly periodStart: string; readonly periodEnd: string }[];
  /** Reports from which on a manager is warned about; 30 unless configured. */
  readonly mostReports?: number;
}
