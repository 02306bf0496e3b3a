import type { Finding } from '@fairmark/contracts/cycles';
import type { PreflightInput } from './input.js';
import { linesOf } from './lines.js';
import { peopleFindings } from './people-checks.js';
import { planFindings } from './plan-checks.js';

/**
 * Everything that would make a cycle fail or stall, before anybody is bothered: who, why, and the way to mend it.
 * Complete: it does not stop at the first finding. Findings with severity `blocking` forbid the launch; they come first.
 * Rule: no manager or an inactive one, nobody to approve, would approve themselves, no community or no sheet, loop, deadlines out of
 * order or on non-working days, managers with too many reports, quotas that cannot be met, no possible appeal panel (members and one
 * alternate for every person), plan errors, overlapping periods of one plan line for one person.
 */
export function preflight(input: PreflightInput): Finding[] {
  const lines = linesOf(input.staff);
  const findings = [...planFindings(input, lines), ...peopleFindings(input, lines)];
  return [...findings.filter(({ severity }) => severity === 'blocking'), ...findings.filter(({ severity }) => severity === 'warning')];
}

/** Whether the launch may go on. */
export function mayLaunch(findings: readonly Finding[]): boolean {
  return findings.every(({ severity }) => severity !== 'blocking');
}
