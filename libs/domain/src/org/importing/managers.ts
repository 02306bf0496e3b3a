import { OrgErrors } from '@fairmark/contracts/errors';
import { later } from '../dates.js';
import { findLoops } from '../queries/loops.js';
import type { Employee } from '../snapshot.js';
import { eachWithProgress, type DraftRow, type PlanContext, type Steps } from './context.js';

/** At most so many members of a circle are named in a refusal. */
const namedMembers = 20;

/** Managers must be known and still there, and nobody may be above themselves on any day. */
export function* checkManagers(context: PlanContext): Steps {
  yield* eachWithProgress(context.employees.values(), context.employees.size, { phase: 'relations', file: 'employees' }, ({ next, rows }) => {
    for (const row of rows) if (row.managerNumber) checkManager(context, next, row, row.managerNumber);
  });
  checkLoops(context);
}

function checkManager(context: PlanContext, person: Employee, { row, effective }: DraftRow, number: string): void {
  const manager = context.employee(number);
  if (!context.knows('employees', number)) context.issues.add('employees', row, 'manager_number', OrgErrors.unknownManager, { number });
  if (!manager?.leftOn) return;
  const inForce = person.managers.find(({ validFrom, validTo }) => validFrom <= effective && (validTo === null || effective < validTo));
  if (!inForce) return;
  const { today } = context.options;
  const goesOn = inForce.validTo === null || inForce.validTo > today;
  if (manager.leftOn < (goesOn ? later(effective, today) : effective)) {
    context.issues.add('employees', row, 'manager_number', OrgErrors.managerLeft, { number, leftOn: manager.leftOn });
  }
}

function checkLoops(context: PlanContext): void {
  const { employees, current } = context;
  const numbers = new Set([...current.employees.keys(), ...employees.keys()]);
  const loops = findLoops(numbers, (number) => context.employee(number)?.managers ?? null);
  for (const { members, from } of loops) {
    for (const member of members) {
      const rows = employees.get(member)?.rows ?? [];
      const row = (rows.findLast(({ effective }) => effective <= from) ?? rows[0])?.row;
      if (row === undefined) continue;
      context.issues.add('employees', row, 'manager_number', OrgErrors.managerLoop, { loop: members.slice(0, namedMembers), from });
    }
  }
}
