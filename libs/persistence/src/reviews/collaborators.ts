import { sql, type Executor } from '../database/index.js';

/** Somebody who may be asked about working together. */
export interface CollaboratorCandidate {
  id: string;
  name: string;
  nameEn: string | null;
  department: string;
  departmentEn: string | null;
  /** Works in another department than the employee. */
  otherDepartment: boolean;
}

/**
 * Active people of the departments on which a sheet depends, or of departments below those, without the employee and the line manager.
 * @param codes codes of departments
 */
export async function collaboratorCandidates(tx: Executor, employeeId: string, codes: readonly string[], asOf: string): Promise<CollaboratorCandidate[]> {
  if (codes.length === 0) return [];
  return tx.all(sql<CollaboratorCandidate>`
    with recursive asked as (
      select id from departments where code = any(${[...codes]}::text[])
      union select d.id from departments d join asked on d.parent_id = asked.id),
    own as (select department_id from employee_departments where employee_id = ${employeeId} and valid_from <= ${asOf}::date and (valid_to is null or valid_to > ${asOf}::date))
    select e.id, e.name, e.name_en as "nameEn", d.name as department, d.name_en as "departmentEn", d.id not in (select department_id from own) as "otherDepartment"
    from employee_departments ed join asked on asked.id = ed.department_id join departments d on d.id = ed.department_id
    join employees e on e.id = ed.employee_id left join accounts a on a.employee_id = e.id
    where ed.valid_from <= ${asOf}::date and (ed.valid_to is null or ed.valid_to > ${asOf}::date) and e.id <> ${employeeId}
      and e.hired_on <= ${asOf}::date and (e.left_on is null or e.left_on >= ${asOf}::date) and a.disabled_at is null
      and not exists (select 1 from employee_managers m where m.employee_id = ${employeeId} and m.manager_id = e.id and m.valid_from <= ${asOf}::date and (m.valid_to is null or m.valid_to > ${asOf}::date))
    order by "otherDepartment" desc, d.code, e.number`);
}

/** The people are asked; until they answer their input is `asked`. */
export async function askCollaborators(tx: Executor, reviewId: string, employeeIds: readonly string[], now: string): Promise<void> {
  for (const id of employeeIds)
    await tx.run(sql`insert into collaborator_inputs (review_id, collaborator_id, state, created_at) values (${reviewId}, ${id}, 'asked', ${now}) on conflict do nothing`);
}

/** A collaborator's answer. */
export async function recordAnswer(tx: Executor, reviewId: string, answer: { visitId: string; employeeId: string; score: number; text: string }, now: string): Promise<void> {
  await tx.run(sql`
    update collaborator_inputs set state = 'answered', score = ${answer.score}, body = ${answer.text}, answered_at = ${now}, visit_id = ${answer.visitId}
    where review_id = ${reviewId} and collaborator_id = ${answer.employeeId} and state = 'asked'`);
}

/** Time is over: who has not answered is missing, which is never a zero. */
export async function markMissing(tx: Executor, reviewId: string): Promise<void> {
  await tx.run(sql`update collaborator_inputs set state = 'missing' where review_id = ${reviewId} and state = 'asked'`);
}
