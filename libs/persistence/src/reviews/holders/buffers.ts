import type { Assignee } from '@fairmark/domain/process';
import { departmentHeadOf, hrFor } from '../../org/relations.js';
import { dayOf, type HolderContext, type ReviewOf } from './context.js';
import { activeLine } from './line.js';

/** Who supports and judges an improvement: the nearest active manager, HR, and the manager above for the signature; never the person. */
export async function bufferPeople(context: HolderContext, review: ReviewOf): Promise<{ manager: Assignee[]; hr: Assignee[]; next: Assignee[] }> {
  const { tx, now } = context;
  const [first, second] = await activeLine(context, review);
  const head = await departmentHeadOf(tx, review.departmentId, dayOf(now));
  const hrPeople = await hrFor(tx, review.departmentId, review.employeeId, dayOf(now));
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
