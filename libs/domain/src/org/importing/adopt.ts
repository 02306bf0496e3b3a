import type { OrgSnapshot } from '../snapshot.js';
import type { ChangeList } from './changes.js';
import type { OrgTable } from './files.js';

/**
 * Numbers of people who set the installation up before anybody was imported. No import names them; the row of the file with the same e-mail
 * address is theirs.
 */
const founderNumber = /^ADMIN-\d+$/;

/**
 * Gives founders the number under which the file lists them, so that whoever starts the product can then import the company with themselves in it.
 * Returns the organisation in which that has happened; the given one stays as it is.
 */
export function adoptFounders(current: OrgSnapshot, table: OrgTable | undefined, changes: ChangeList): OrgSnapshot {
  const founders = new Map([...current.employees.values()].filter((person) => founderNumber.test(person.number)).map((person) => [person.email.toLowerCase(), person]));
  const [number, email] = [table?.positions.get('number'), table?.positions.get('email')];
  if (!table || number === undefined || email === undefined || founders.size === 0) return current;
  const employees = new Map(current.employees);
  table.records.forEach((record, index) => {
    const to = (record[number] ?? '').trim();
    const founder = founders.get((record[email] ?? '').trim().toLowerCase());
    if (!founder || to === '' || founderNumber.test(to) || employees.has(to)) return;
    founders.delete(founder.email.toLowerCase());
    employees.delete(founder.number);
    employees.set(to, { ...founder, number: to });
    changes.add('employees', index + 2, 'changed', 'changed', { op: 'renumberEmployee', number: founder.number, to });
  });
  return { ...current, employees };
}
