import { hrErrors, processErrors } from '@fairmark/contracts/errors';
import { localDateOf } from '@fairmark/domain/calendar';
import { stepInfo } from '@fairmark/domain/process';
import { calendarOf } from '@fairmark/persistence/calendar';
import { sql } from '@fairmark/persistence/database';
import { departmentHeadOf, managersUpwards } from '@fairmark/persistence/org';
import type { VisitRow } from '@fairmark/persistence/process';
import { refuse, type DecisionContext } from '../processes/index.js';
import type { Review } from '../reviews/review.js';

/** Steps in which the line decides about somebody: HR appoints another one of the line, else the department head (`rules.md §5`). */
const LINE_STEPS = new Set(['goalDrafting', 'goalApproval', 'goalArbitration', 'goalChangeApproval', 'collaborators', 'scoring', 'rescoring', 'interview', 'improvementJudgement', 'improvementSignature']);

/** Whether somebody may take over a task of this visit: can act, is not the subject, not HR themselves, and of the line where the step belongs to the line. */
export async function mayTakeOver(context: DecisionContext, review: Review, visit: VisitRow, employeeId: string): Promise<void> {
  const { tx, actorId, now } = context;
  if (stepInfo('review', visit.step)?.actor !== 'others' || visit.step === 'collaboratorInput') refuse(processErrors.actionNotOffered, { step: visit.step, action: 'reassign' });
  if (employeeId === review.employeeId) refuse(processErrors.actorIsSubject);
  if (employeeId === actorId) refuse(hrErrors.notOneself);
  const today = localDateOf(now, (await calendarOf(tx, employeeId)).zone);
  const active = await tx.one(sql`
    select 1 from employees e left join accounts a on a.employee_id = e.id where e.id = ${employeeId} and e.hired_on <= ${today}::date and (e.left_on is null or e.left_on >= ${today}::date) and a.disabled_at is null`);
  if (!active) refuse(processErrors.actorInactive);
  if (!LINE_STEPS.has(visit.step) || (await isOfLine(context, review, employeeId, today))) return;
  if (!(visit.node === 'second' && (await headsDepartment(context, employeeId)))) refuse(hrErrors.notInLine);
}

/** A second pair of eyes may come from another department: whoever is directly below the head of the company has only one person in the line above. */
async function headsDepartment({ tx }: DecisionContext, employeeId: string): Promise<boolean> {
  return (await tx.one(sql`select 1 from departments where head_id = ${employeeId}`)) !== undefined;
}

async function isOfLine({ tx }: DecisionContext, review: Review, employeeId: string, today: string): Promise<boolean> {
  const line = await managersUpwards(tx, review.employeeId, today);
  if (line.some((manager) => manager.personId === employeeId)) return true;
  if ((await departmentHeadOf(tx, review.departmentId, today)) === employeeId) return true;
  return (await tx.one(sql`select 1 from review_segments where review_id = ${review.id} and manager_id = ${employeeId}`)) !== undefined;
}
