import { APPOINTS, type Assignee } from '@fairmark/domain/process';
import { lineAbove } from '../../changes/line.js';
import { departmentHeadOf, hrFor } from '../../org/relations.js';
import { dayOf, type HolderContext, type ReviewOf } from './context.js';

/** Managers above the person who can act, as the review sees its line, nearest first. */
export async function activeLine({ tx, now }: HolderContext, review: ReviewOf): Promise<string[]> {
  const line = await lineAbove(tx, review, dayOf(now));
  return line.filter((manager) => manager.active && manager.personId !== review.employeeId).map((manager) => manager.personId);
}

/** The manager of today; without one the department's head, else HR, who appoint somebody. */
export async function managerFor(context: HolderContext, review: ReviewOf): Promise<Assignee[]> {
  const [manager] = await activeLine(context, review);
  return manager ? [{ employeeId: manager, why: 'lineManager' }] : headOrHr(context, review, []);
}

/** Who decides between employee and manager: the next-level manager, else the department's head when that is somebody else, else HR, who appoint. */
export async function arbiterFor(context: HolderContext, review: ReviewOf): Promise<Assignee[]> {
  const [manager, next] = await activeLine(context, review);
  return next ? [{ employeeId: next, why: 'nextManager' }] : headOrHr(context, review, manager ? [manager] : []);
}

/** The manager as of today; somebody without an active manager talks with HR. */
export async function interviewersFor(context: HolderContext, review: ReviewOf): Promise<Assignee[]> {
  const [manager] = await activeLine(context, review);
  return manager ? [{ employeeId: manager, why: 'lineManager' }] : (await hrFor(context.tx, review.departmentId, review.employeeId, dayOf(context.now))).map((employeeId) => ({ employeeId, why: 'hr' }));
}

async function headOrHr({ tx, now }: HolderContext, review: ReviewOf, except: readonly string[]): Promise<Assignee[]> {
  const head = await departmentHeadOf(tx, review.departmentId, dayOf(now));
  if (head && head !== review.employeeId && !except.includes(head)) return [{ employeeId: head, why: 'departmentHead' }];
  return (await hrFor(tx, review.departmentId, review.employeeId, dayOf(now))).map((employeeId) => ({ employeeId, why: APPOINTS }));
}
