import type { AppLocale } from '@fairmark/contracts/org';

/** Calendar date `YYYY-MM-DD`; such strings compare in time order. */
export type LocalDate = string;

/** A fact that holds from `validFrom` up to, not including, `validTo`; null is open-ended. Rows of one line never overlap. */
export type Dated<T> = { value: T; validFrom: LocalDate; validTo: LocalDate | null };

/** A stretch of absence, `[validFrom, validTo)`. */
export type Leave = { kind: string; validFrom: LocalDate; validTo: LocalDate };

/** A community that a person operates. `shareBp` null: the person's communities count equally. */
export type Assignment = { communityCode: string; shareBp: number | null; validFrom: LocalDate; validTo: LocalDate | null };

/** A department; `headNumber` is an employee number, `country` (ISO 3166, two letters) chooses the calendar of working days. */
export type Department = { code: string; name: string; nameEn: string | null; parentCode: string | null; headNumber: string | null; country: string };

/** A post; a person without a community is scored on the sheet of the position. */
export type Position = { code: string; name: string; nameEn: string | null };

/** What is known of a person without a date. `email` is lower case; `leftOn` is the last day, inclusive. */
export type EmployeeMaster = {
  number: string;
  name: string;
  nameEn: string | null;
  email: string;
  zone: string;
  locale: AppLocale;
  region: string;
  country: string;
  privateAddress: string | null;
  hiredOn: LocalDate;
  leftOn: LocalDate | null;
};

/** The lines of dated rows of a person whose values are numbers or codes. */
export type EmployeeLine = 'managers' | 'departments' | 'positions';

/** A person with all dated rows, each line sorted by `validFrom`. */
export type Employee = EmployeeMaster & Record<EmployeeLine, Dated<string>[]> & { leaves: Leave[]; assignments: Assignment[] };

/** What is known of a community without a date. `dependsOn` are department codes, sorted. */
export type CommunityMaster = {
  code: string;
  name: string;
  nameEn: string | null;
  type: string;
  region: string;
  activeUsers: number;
  dependsOn: string[];
};

/** A community with its dated stage. */
export type Community = CommunityMaster & { stages: Dated<string>[] };

/** The organisation by business key: department and position code, employee number, community code. */
export type OrgSnapshot = {
  departments: Map<string, Department>;
  positions: Map<string, Position>;
  employees: Map<string, Employee>;
  communities: Map<string, Community>;
};

/** An organisation without anybody, as before the first import. */
export function emptySnapshot(): OrgSnapshot {
  return { departments: new Map(), positions: new Map(), employees: new Map(), communities: new Map() };
}

/** Whether a person is employed on a day. */
export function isEmployed(person: Pick<EmployeeMaster, 'hiredOn' | 'leftOn'>, date: LocalDate): boolean {
  return person.hiredOn <= date && (person.leftOn === null || date <= person.leftOn);
}

/** Whether a person is away on a day. */
export function isOnLeave(person: Pick<Employee, 'leaves'>, date: LocalDate): boolean {
  return person.leaves.some((leave) => leave.validFrom <= date && date < leave.validTo);
}
