import type { Readiness, ReadinessCode, ReadinessFinding } from '@fairmark/contracts/org';
import { valueAt } from '../dated.js';
import { isEmployed, type Employee, type LocalDate, type OrgSnapshot } from '../snapshot.js';
import { detectLoops } from './loops.js';

/**
 * What the list needs besides the organisation. `roles` are employee numbers by stored role; `invited` has everybody who was invited or
 * has signed in; `sheets` say for what the plan has sheets: `type×stage` pairs as `content/growth`, community codes, position codes.
 * `panelPool` are the people who may
 * sit on appeal panels, `panelSize` how many the plan seats (3 without a plan). Without `sheets` (no plan yet) or `panelPool` nothing is said about them.
 */
export type ReadinessFacts = {
  today: LocalDate;
  roles: Partial<Record<'admin' | 'hr' | 'sponsor' | 'lead', readonly string[]>>;
  panelPool?: readonly string[];
  panelSize?: number;
  invited: ReadonlySet<string>;
  sheets?: { typeStages: ReadonlySet<string>; communities: ReadonlySet<string>; positions: ReadonlySet<string> };
};

/** A panel without a plan. Every panel needs one alternate. */
const usualPanel = 3;
const shown = 50;

/** The list "ready for the first cycle": what is missing, who is concerned, and the page that mends it; ready when nothing blocks. */
export function readiness(snapshot: OrgSnapshot, facts: ReadinessFacts): Readiness {
  const people = [...snapshot.employees.values()].filter((person) => isEmployed(person, facts.today));
  const placed = people.filter((person) => !isOutside(person, facts));
  const findings = [...roleFindings(people, facts), ...lineFindings(snapshot, placed, facts), ...departmentFindings(snapshot, placed, facts), ...sheetFindings(snapshot, placed, facts)];
  return { ready: findings.every((finding) => finding.severity !== 'blocking'), findings };
}

/** Whoever only administers the installation has no place in the organisation and takes part in no cycle. */
function isOutside(person: Employee, { roles }: ReadinessFacts): boolean {
  const rows = person.managers.length + person.departments.length + person.positions.length + person.assignments.length;
  return rows === 0 && (roles.admin ?? []).includes(person.number);
}

function finding(code: ReadinessCode, severity: ReadinessFinding['severity'], subjects: readonly string[], link: string): ReadinessFinding[] {
  return subjects.length === 0 ? [] : [{ code, severity, count: subjects.length, subjects: subjects.slice(0, shown), link }];
}

/** A finding about the company as a whole. */
function lacking(missing: boolean, code: ReadinessCode, severity: ReadinessFinding['severity'], link: string): ReadinessFinding[] {
  return missing ? [{ code, severity, count: 1, subjects: [], link }] : [];
}

function roleFindings(people: readonly Employee[], { roles, invited, panelPool, panelSize = usualPanel }: ReadinessFacts): ReadinessFinding[] {
  const employed = new Set(people.map((person) => person.number));
  const count = (numbers: readonly string[] = []) => numbers.filter((number) => employed.has(number)).length;
  const waiting = people.map((person) => person.number).filter((number) => !invited.has(number));
  return [
    ...lacking(people.length === 0, 'noEmployees', 'blocking', '/org?tab=import'),
    ...lacking(count(roles.hr) === 0, 'noHr', 'blocking', '/org?tab=roles&role=hr'),
    ...lacking(count(roles.hr) === 1, 'noHrDeputy', 'warning', '/org?tab=roles&role=hr'),
    ...lacking(count(roles.admin) === 0, 'noAdministrator', 'blocking', '/org?tab=roles&role=admin'),
    ...lacking(count(roles.sponsor) === 0, 'noSponsor', 'warning', '/org?tab=roles&role=sponsor'),
    ...lacking(panelPool !== undefined && count(panelPool) <= panelSize, 'panelPoolTooSmall', 'blocking', '/org?tab=roles&role=panel'),
    ...lacking(people.length > 0 && waiting.length === people.length, 'nobodyInvited', 'blocking', '/org?tab=people&invitation=none'),
    ...(waiting.length === people.length ? [] : finding('notInvited', 'warning', waiting, '/org?tab=people&invitation=none')),
  ];
}

function lineFindings(snapshot: OrgSnapshot, people: readonly Employee[], { today }: ReadinessFacts): ReadinessFinding[] {
  const managers = new Set(people.flatMap((person) => valueAt(person.managers, today) ?? []));
  const managerless = people.filter((person) => valueAt(person.managers, today) === null);
  const tops = managerless.filter((person) => managers.has(person.number)).map((person) => person.number);
  const alone = managerless.filter((person) => !managers.has(person.number)).map((person) => person.number);
  const orphaned = people.filter((person) => {
    const manager = snapshot.employees.get(valueAt(person.managers, today) ?? '');
    return manager !== undefined && !isEmployed(manager, today);
  });
  return [
    ...finding('noManager', 'blocking', alone, '/org?tab=people&missing=manager'),
    ...finding('managerLeft', 'blocking', orphaned.map((person) => person.number), '/org?tab=people&missing=activeManager'),
    ...finding('managerLoop', 'blocking', detectLoops(snapshot, today).flat(), '/org?tab=people&missing=top'),
    ...finding('severalTops', 'warning', tops.length > 1 ? tops : [], '/org?tab=people&missing=manager'),
  ];
}

function departmentFindings(snapshot: OrgSnapshot, people: readonly Employee[], { today }: ReadinessFacts): ReadinessFinding[] {
  const departments = [...snapshot.departments.values()];
  const homeless = people.filter((person) => valueAt(person.departments, today) === null);
  const headless = departments.filter((department) => department.headNumber === null);
  const deserted = departments.filter(({ headNumber }) => {
    const head = headNumber === null ? undefined : snapshot.employees.get(headNumber);
    return head !== undefined && !isEmployed(head, today);
  });
  return [
    ...finding('noDepartment', 'blocking', homeless.map((person) => person.number), '/org?tab=people&missing=department'),
    ...finding('departmentWithoutHead', 'blocking', headless.map((department) => department.code), '/org?tab=departments&missing=head'),
    ...finding('headLeft', 'blocking', deserted.map((department) => department.code), '/org?tab=departments&missing=activeHead'),
  ];
}

function sheetFindings(snapshot: OrgSnapshot, people: readonly Employee[], { today, sheets }: ReadinessFacts): ReadinessFinding[] {
  const active = (person: Employee) => person.assignments.filter((row) => row.validFrom <= today && (row.validTo === null || today < row.validTo));
  const bare = people.filter((person) => active(person).length === 0 && valueAt(person.positions, today) === null);
  const operated = new Set(people.flatMap((person) => active(person).map((row) => row.communityCode)));
  const idle = [...snapshot.communities.keys()].filter((code) => !operated.has(code));
  const without = new Set(bare);
  const withoutSheet = sheets ? people.filter((person) => !without.has(person) && !hasSheet(person)) : [];
  function hasSheet(person: Employee): boolean {
    const own = active(person);
    if (own.length === 0) return sheets?.positions.has(valueAt(person.positions, today) ?? '') ?? true;
    return own.every(({ communityCode }) => {
      const community = snapshot.communities.get(communityCode);
      return sheets?.communities.has(communityCode) || sheets?.typeStages.has(`${community?.type}/${valueAt(community?.stages ?? [], today)}`);
    });
  }
  return [
    ...finding('noCommunityOrPosition', 'blocking', bare.map((person) => person.number), '/org?tab=people&missing=work'),
    ...finding('noSheet', 'blocking', withoutSheet.map((person) => person.number), '/plans'),
    ...finding('communityWithoutOperator', 'warning', idle, '/org?tab=communities&missing=operator'),
  ];
}
