import { APPOINTS, type Assignee } from '@fairmark/domain/process';
import { activeOn } from '../../changes/line.js';
import { departmentHeadOf, hrFor } from '../../org/relations.js';
import { dayOf, type HolderContext, type ReviewOf } from './context.js';
import { activeLine } from './line.js';

/**
 * Who scores a stretch: its manager, also when that is a former one; the head of its department for a manager who has left; else the next active
 * manager above the person. Nobody left in the line: HR, who appoint somebody and never score.
 */
export async function scorersOf(context: HolderContext, review: ReviewOf, segment: { managerId: string; departmentId: string }): Promise<Assignee[]> {
  const { tx, now } = context;
  const { employeeId } = review;
  if (segment.managerId !== employeeId && (await activeOn(tx, [segment.managerId], dayOf(now))).has(segment.managerId)) return [{ employeeId: segment.managerId, why: 'lineManager' }];
  const head = await departmentHeadOf(tx, segment.departmentId, dayOf(now));
  if (head && head !== employeeId) return [{ employeeId: head, why: 'departmentHead' }];
  const [above] = await activeLine(context, review);
  if (above) return [{ employeeId: above, why: 'nextManager' }];
  return (await hrFor(tx, review.departmentId, employeeId, dayOf(now))).map((hr) => ({ employeeId: hr, why: APPOINTS }));
}

/** HR and the department head decide about people who are not ratable; without a head the nearest manager above stands for it. */
export async function ratabilityPeople(context: HolderContext, review: ReviewOf): Promise<Assignee[]> {
  const { tx, now } = context;
  const { employeeId } = review;
  const head = await departmentHeadOf(tx, review.departmentId, dayOf(now));
  const own = head && head !== employeeId ? head : (await activeLine(context, review))[0];
  const hr = (await hrFor(tx, review.departmentId, employeeId, dayOf(now))).filter((person) => person !== own);
  return [...(own ? [{ employeeId: own, why: 'departmentHead' }] : []), ...hr.map((person) => ({ employeeId: person, why: 'hr' }))];
}
