import { plansErrors } from '@fairmark/contracts/errors';
import { PlanDocument, type PlanFinding, type PlanOverride } from '@fairmark/contracts/plans';
import { error, warning } from './finding.js';
import { indicatorFindings } from './indicators.js';
import { outcomeFindings } from './outcomes.js';
import { sheetFindings } from './sheets.js';
import { stepFindings } from './steps.js';

export interface ValidateOptions {
  /** Reasons recorded by the plan owner for overridable errors. */
  readonly overrides?: readonly PlanOverride[];
  /** Whether lengths in seconds are allowed; never in production. */
  readonly allowSeconds?: boolean;
}

const same = (override: PlanOverride, finding: PlanFinding): boolean => override.code === finding.code && override.path === finding.path;

/**
 * Everything that is wrong or doubtful about a plan document, in the order of the document. Rules: weights sum to exactly 100 %; both
 * horizons; four dimensions; a learning-and-growth item; different weights for different types; known counter-indicators; targets
 * that can be divided by, or a step curve; bands without gaps; quotas that can be met; a coefficient for each band; time-outs that
 * never pass goals, scores or appeals. An overridden finding keeps its severity and carries the recorded reason.
 */
export function validatePlan(plan: PlanDocument, options: ValidateOptions = {}): PlanFinding[] {
  const overrides = options.overrides ?? [];
  const found = [...indicatorFindings(plan), ...sheetFindings(plan), ...outcomeFindings(plan), ...stepFindings(plan, options.allowSeconds ?? false)];
  const useless = overrides.filter((override) => !found.some((finding) => finding.severity === 'overridable' && same(override, finding)));
  return [
    ...found.map((finding) => {
      const reason = finding.severity === 'overridable' ? overrides.find((override) => same(override, finding))?.reason.trim() : undefined;
      return reason ? { ...finding, overrideReason: reason } : finding;
    }),
    ...overrides.filter((override) => override.reason.trim() === '').map((override) => error(plansErrors.overrideReasonMissing, override.path, { code: override.code })),
    ...useless.map((override) => warning(plansErrors.overrideUseless, override.path, { code: override.code })),
  ];
}

/** Findings that forbid the use of the plan: errors, and overridable ones without a recorded reason. */
export function blockingFindings(findings: readonly PlanFinding[]): PlanFinding[] {
  return findings.filter((finding) => finding.severity === 'error' || (finding.severity === 'overridable' && finding.overrideReason === undefined));
}

/**
 * Reads an uploaded document. A document of the wrong shape gives one `PLAN.SHAPE` finding for each fault, with the path to it.
 */
export function readPlan(upload: unknown): { ok: true; plan: PlanDocument } | { ok: false; findings: PlanFinding[] } {
  const parsed = PlanDocument.safeParse(upload);
  if (parsed.success) return { ok: true, plan: parsed.data };
  const findings = parsed.error.issues.map((issue) =>
    error(plansErrors.shape, issue.path.reduce<string>((path, part) => (typeof part === 'number' ? `${path}[${part}]` : `${path}${path ? '.' : ''}${String(part)}`), ''), { expected: issue.code }),
  );
  return { ok: false, findings };
}
