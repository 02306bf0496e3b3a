import type { Assignee } from '@fairmark/domain/process';
import { departmentHeadOf, hrFor, managersUpwards } from '@fairmark/persistence/org';
import type { ProcessContext } from '../processes/index.js';
import type { Review } from '../reviews/review.js';

/** Who supports and judges an improvement: the nearest active manager, HR, and the manager above for the signature; never the person. */
export async function bufferPeople({ tx, now }: Pick<ProcessContext, 'tx' | 'now'>, review: Review): Promise<{ manager: Assignee[]; hr: Assignee[]; next: Assignee[] }> {
  const asOf = now.slice(0, 10);
  const line = (await managersUpwards(tx, review.employeeId, asOf)).filter((one) => one.active && one.personId !== review.employeeId).map((one) => one.personId);
  const head = await departmentHeadOf(tx, review.departmentId, asOf);
  const hrPeople = await hrFor(tx, review.departmentId, review.employeeId, asOf);
  const [first, second] = line;
  const manager = first ?? (head !== review.employeeId ? head : undefined);
  const hr = hrPeople.filter((person) => person !== manager);
  const next = second ?? (head !== review.employeeId && head !== manager ? head : undefined);
  const asHr = (people: readonly string[]): Assignee[] => people.map((employeeId) => ({ employeeId, why: 'hr' }));
  return {
    manager: manager ? [{ employeeId: manager, why: 'lineManager' }] : asHr(hrPeople),
    hr: asHr(hr.length > 0 ? hr : hrPeople),
    next: next ? [{ employeeId: next, why: 'nextManager' }] : asHr(hr.length > 0 ? hr : hrPeople),
  };
}
