import { CalibrationErrors, type CalibrationError } from '@fairmark/contracts/errors';
import { evaluateQuotas, type CalibrationPerson, type QuotaEvaluation } from './distribution.js';
import type { BandQuota, QuotaMode } from './quotas.js';

export interface SignOffPerson extends CalibrationPerson {
  /** Given by the chair when deferred: a reason, and the date of the supplementary session (`YYYY-MM-DD`). */
  readonly deferral: { readonly reason: string; readonly until: string } | null;
  /** A proposal that the chair has not decided. */
  readonly openProposal: boolean;
}

export interface SignOffInput {
  readonly people: readonly SignOffPerson[];
  /** People of other sessions who count in the same quota groups; nothing is asked of them here. */
  readonly others?: readonly CalibrationPerson[];
  /** Highest first. */
  readonly bands: readonly string[];
  readonly quotaMode: QuotaMode;
  readonly quotas: readonly BandQuota[];
  /** Groups with fewer rated people have no quota. */
  readonly smallestGroup?: number;
  /** One entry per quota group with its people (see `quotaGroups`); several when the session covers several groups. */
  readonly groups: readonly { readonly departmentId: string; readonly memberIds: readonly string[] }[];
  /** Written by the chair when a soft quota is missed. */
  readonly explanation: string | null;
  /** Day of the sign-off, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface SignOffProblem {
  readonly code: CalibrationError;
  readonly employeeId?: string;
  readonly departmentId?: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface SignOffCheck {
  readonly allowed: boolean;
  readonly problems: readonly SignOffProblem[];
  readonly quotas: readonly (QuotaEvaluation & { readonly departmentId: string })[];
}

function personProblem(person: SignOffPerson, today: string): SignOffProblem | null {
  const problem = (code: CalibrationError): SignOffProblem => ({ code, employeeId: person.employeeId, details: {} });
  if (person.standing === 'unscored' || (person.standing === 'scored' && person.band === null)) return problem(CalibrationErrors.personUnscored);
  if (person.openProposal) return problem(CalibrationErrors.proposalOpen);
  if (person.standing !== 'deferred') return null;
  const complete = person.deferral !== null && person.deferral.reason.trim() !== '' && person.deferral.until > today;
  return complete ? null : problem(CalibrationErrors.deferralIncomplete);
}

/**
 * Whether a session can be signed off, and everything that stands in the way.
 * Rule: each person is scored, not rated, or deferred by the chair with reason and a later date; a missed hard quota blocks, a missed
 * soft quota needs an explanation. Who may sign off: `calibrationRefusal` with `signOff`.
 */
export function checkSignOff(input: SignOffInput): SignOffCheck {
  const problems = input.people.map((person) => personProblem(person, input.today)).filter((problem) => problem !== null);
  const quotas = input.groups.map(({ departmentId, memberIds }) => {
    const members = new Set(memberIds);
    const people = [...input.people, ...(input.others ?? [])].filter((person) => members.has(person.employeeId));
    return { departmentId, ...evaluateQuotas(input.quotaMode, input.bands, input.quotas, people, input.smallestGroup) };
  });
  const explained = (input.explanation ?? '').trim() !== '';
  for (const { applies, met, departmentId, lines } of quotas) {
    if (applies === 'none' || met || (applies === 'soft' && explained)) continue;
    const code = applies === 'hard' ? CalibrationErrors.quotaNotMet : CalibrationErrors.quotaExplanationMissing;
    problems.push({ code, departmentId, details: { bands: lines.filter(({ off }) => off !== 0).map(({ band, off }) => ({ band, off })) } });
  }
  return { allowed: problems.length === 0, problems, quotas };
}
