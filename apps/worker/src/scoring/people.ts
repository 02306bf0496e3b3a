import type { Assignee } from '@fairmark/domain/process';
import { sql, type Executor } from '@fairmark/persistence/database';
import { departmentHeadOf, hrFor, managersUpwards } from '@fairmark/persistence/org';
import type { ReviewSegment } from '@fairmark/persistence/scoring';
import { APPOINTS, type ProcessContext } from '../processes/index.js';
import type { Review } from '../reviews/review.js';

const day = (now: string): string => now.slice(0, 10);

/**
 * Who scores a stretch: its manager, also when that is a former one; the head of its department for a manager who has left; else the next active
 * manager above the person. Nobody left in the line: HR, who appoint somebody and never score.
 */
export async function scorersOf({ tx, now }: ProcessContext, review: Review, segment: Pick<ReviewSegment, 'managerId' | 'departmentId'>): Promise<Assignee[]> {
  const { employeeId } = review;
  if (segment.managerId !== employeeId && (await isActive(tx, segment.managerId, day(now)))) return [{ employeeId: segment.managerId, why: 'lineManager' }];
  const head = await departmentHeadOf(tx, segment.departmentId, day(now));
  if (head && head !== employeeId) return [{ employeeId: head, why: 'departmentHead' }];
  const above = (await managersUpwards(tx, employeeId, day(now))).find((manager) => manager.active && manager.personId !== employeeId);
  if (above) return [{ employeeId: above.personId, why: 'nextManager' }];
  return (await hrFor(tx, review.departmentId, employeeId, day(now))).map((hr) => ({ employeeId: hr, why: APPOINTS }));
}

/** HR and the department head decide about people who are not ratable; without a head the nearest manager above stands for it. */
export async function ratabilityPeople({ tx, now }: ProcessContext, review: Review): Promise<Assignee[]> {
  const { employeeId } = review;
  const head = await departmentHeadOf(tx, review.departmentId, day(now));
  const line = await managersUpwards(tx, employeeId, day(now));
  const own = head && head !== employeeId ? head : line.find((manager) => manager.active && manager.personId !== employeeId)?.personId;
  const hr = (await hrFor(tx, review.departmentId, employeeId, day(now))).filter((person) => person !== own);
  return [...(own ? [{ employeeId: own, why: 'departmentHead' }] : []), ...hr.map((person) => ({ employeeId: person, why: 'hr' }))];
}

async function isActive(tx: Executor, employeeId: string, asOf: string): Promise<boolean> {
  const row = await tx.one(sql`
    select 1 from employees e left join accounts a on a.employee_id = e.id
    where e.id = ${employeeId} and e.hired_on <= ${asOf}::date and (e.left_on is null or e.left_on >= ${asOf}::date) and a.disabled_at is null`);
  return row !== undefined;
}
