import { CYCLE_STEPS, type Finding } from '@fairmark/contracts/cycles';
import { CycleErrors } from '@fairmark/contracts/errors';
import { quotaFaults, quotaGroups } from '../calibration/index.js';
import type { PreflightInput } from './input.js';
import type { Lines } from './lines.js';

/** Whether two periods share a day; first and last days belong to them. */
export function periodsOverlap(a: { readonly periodStart: string; readonly periodEnd: string }, b: { readonly periodStart: string; readonly periodEnd: string }): boolean {
  return a.periodStart <= b.periodEnd && b.periodStart <= a.periodEnd;
}

function orderFindings(input: PreflightInput): Finding[] {
  const finding = (step: string, dueOn: string, other: string): Finding => ({
    code: CycleErrors.deadlineOrder, severity: 'blocking', details: { step, dueOn, other }, mend: 'reorderDeadlines',
  });
  const findings = input.periodStart < input.periodEnd ? [] : [finding('periodEnd', input.periodEnd, 'periodStart')];
  const ordered = CYCLE_STEPS.flatMap((step) => input.deadlines.filter((deadline) => deadline.step === step));
  ordered.forEach(({ step, dueOn }, index) => {
    const before = ordered[index - 1];
    if (before && before.dueOn >= dueOn) findings.push(finding(step, dueOn, before.step));
    const inPeriod = step === 'goalSetting';
    if (inPeriod ? dueOn >= input.periodEnd : dueOn <= input.periodEnd) findings.push(finding(step, dueOn, 'periodEnd'));
  });
  return findings;
}

function dayFindings(input: PreflightInput): Finding[] {
  return input.deadlines.flatMap(({ step, dueOn, closedIn, provisionalIn }): Finding[] => [
    ...(closedIn.length > 0
      ? [{ code: CycleErrors.deadlineNonWorkingDay, severity: 'blocking' as const, details: { step, dueOn, calendars: closedIn }, mend: 'moveDeadline' as const }]
      : []),
    ...(provisionalIn.length > 0
      ? [{ code: CycleErrors.deadlineProvisional, severity: 'warning' as const, details: { step, dueOn, calendars: provisionalIn }, mend: 'waitForOfficialDays' as const }]
      : []),
  ]);
}

function quotaFindings(input: PreflightInput, lines: Lines): Finding[] {
  const { bands, quotaMode, quotas } = input.plan;
  if (quotaMode === 'off' || quotas.length === 0) return [];
  const faults = quotaFaults(bands, quotas);
  if (faults.length > 0) {
    return faults.map(({ code, details }) => ({ code: CycleErrors.quotaImpossible, severity: 'blocking', details: { ...details, reason: code }, mend: 'changeQuota' }));
  }
  const rated = input.population.map(({ employeeId }) => ({ employeeId, departmentId: lines.find(employeeId)?.departmentId ?? '' }));
  return quotaGroups(input.departments, rated)
    .filter(({ quotasApply }) => !quotasApply)
    .map(({ departmentId, memberIds }) => ({ code: CycleErrors.quotaGroupTooSmall, severity: 'warning', departmentId, details: { people: memberIds.length }, mend: 'acceptNoQuota' }));
}

function overlapFindings(input: PreflightInput): Finding[] {
  const covered = new Set(input.population.map(({ employeeId }) => employeeId));
  return input.otherReviews
    .filter((review) => covered.has(review.employeeId) && periodsOverlap(review, input))
    .map(({ employeeId, cycleId, periodStart, periodEnd }) => ({
      code: CycleErrors.reviewOverlap, severity: 'blocking', employeeId, details: { cycleId, periodStart, periodEnd }, mend: 'changePeriodOrExclude',
    }));
}

/** Everything that concerns the plan, the schedule and other cycles. */
export function planFindings(input: PreflightInput, lines: Lines): Finding[] {
  const plan = input.plan.findings.map(({ code, severity, details }): Finding =>
    severity === 'error'
      ? { code: CycleErrors.planError, severity: 'blocking', details: { ...details, reason: code }, mend: 'repairPlan' }
      : { code: CycleErrors.planWarning, severity: 'warning', details: { ...details, reason: code }, mend: 'readPlanWarning' });
  const empty: Finding[] = input.population.length > 0 ? [] : [{ code: CycleErrors.populationEmpty, severity: 'blocking', details: {}, mend: 'widenPopulation' }];
  return [...empty, ...plan, ...orderFindings(input), ...dayFindings(input), ...quotaFindings(input, lines), ...overlapFindings(input)];
}
