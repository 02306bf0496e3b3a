import { valueAt } from '../dated.js';
import { isEmployed, type LocalDate, type OrgSnapshot } from '../snapshot.js';

/** The number of a person's manager on a day, or null. */
export function managerOf(snapshot: OrgSnapshot, number: string, date: LocalDate): string | null {
  return valueAt(snapshot.employees.get(number)?.managers ?? [], date);
}

/** The line above a person on a day, nearest first. Ends at the top, at an unknown number, or where a circle would begin. */
export function managerChain(snapshot: OrgSnapshot, number: string, date: LocalDate): string[] {
  const chain: string[] = [];
  const seen = new Set([number]);
  for (let next = managerOf(snapshot, number, date); next !== null && !seen.has(next); next = managerOf(snapshot, next, date)) {
    if (!snapshot.employees.has(next)) break;
    chain.push(next);
    seen.add(next);
  }
  return chain;
}

/** Who reports to whom on a day: numbers of the employed reports by manager. */
export function directReports(snapshot: OrgSnapshot, date: LocalDate): Map<string, string[]> {
  const reports = new Map<string, string[]>();
  for (const person of snapshot.employees.values()) {
    const manager = isEmployed(person, date) ? valueAt(person.managers, date) : null;
    if (manager === null) continue;
    const list = reports.get(manager);
    if (list) list.push(person.number);
    else reports.set(manager, [person.number]);
  }
  return reports;
}

/** Heads of the department that a person belongs to on a day and of the departments above it, nearest first. */
export function headsOfLine(snapshot: OrgSnapshot, number: string, date: LocalDate): string[] {
  const heads: string[] = [];
  const seen = new Set<string>();
  let code = valueAt(snapshot.employees.get(number)?.departments ?? [], date);
  while (code !== null && !seen.has(code)) {
    seen.add(code);
    const department = snapshot.departments.get(code);
    if (department?.headNumber) heads.push(department.headNumber);
    code = department?.parentCode ?? null;
  }
  return heads;
}
