import type { Assignee } from '@fairmark/domain/process';
import { departmentHeadOf, hrFor, managersUpwards } from '@fairmark/persistence/org';
import { APPOINTS, type ProcessContext } from '../processes/index.js';
import type { Review } from '../reviews/review.js';

const day = (now: string): string => now.slice(0, 10);

async function activeLine({ tx, now }: ProcessContext, review: Review): Promise<string[]> {
  const line = await managersUpwards(tx, review.employeeId, day(now));
  return line.filter((manager) => manager.active && manager.personId !== review.employeeId).map((manager) => manager.personId);
}

/** The manager of today; without one the department's head, else HR, who appoint somebody. */
export async function managerFor(context: ProcessContext, review: Review): Promise<Assignee[]> {
  const [manager] = await activeLine(context, review);
  return manager ? [{ employeeId: manager, why: 'lineManager' }] : headOrHr(context, review, []);
}

/** Who decides between employee and manager: the next-level manager, else the department's head when that is somebody else, else HR, who appoint. */
export async function arbiterFor(context: ProcessContext, review: Review): Promise<Assignee[]> {
  const [manager, next] = await activeLine(context, review);
  return next ? [{ employeeId: next, why: 'nextManager' }] : headOrHr(context, review, manager ? [manager] : []);
}

async function headOrHr({ tx, now }: ProcessContext, review: Review, except: readonly string[]): Promise<Assignee[]> {
  const head = await departmentHeadOf(tx, review.departmentId, day(now));
  if (head && head !== review.employeeId && !except.includes(head)) return [{ employeeId: head, why: 'departmentHead' }];
  return (await hrFor(tx, review.departmentId, review.employeeId, day(now))).map((employeeId) => ({ employeeId, why: APPOINTS }));
}
