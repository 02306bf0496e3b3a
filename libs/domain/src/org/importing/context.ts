import type { OrgFileKind, OrgImportProgress } from '@fairmark/contracts/org';
import type { Assignment, Community, Department, Employee, LocalDate, OrgSnapshot, Position } from '../snapshot.js';
import { ChangeList } from './changes.js';
import type { OrgTable } from './files.js';
import type { Issues } from './issues.js';

/** `today` is the effective date of rows that name none; `communityTypes` replaces the three built-in types. */
export type PlanOptions = { today: LocalDate; communityTypes?: readonly string[] };

/** A person as they will be, with the rows of the employees file that say so (empty when only an assignment or leave touches them). */
export type EmployeeDraft = { next: Employee; isNew: boolean; rows: readonly DraftRow[] };

/** A row of the employees file about a person: where it stands, from when it holds, whom it names as manager. */
export type DraftRow = { row: number; effective: LocalDate; managerNumber: string | null | undefined };

/** What the planners of the single files share: the organisation as it is and as it will be. */
export class PlanContext {
  readonly departments = new Map<string, Department>();
  readonly positions = new Map<string, Position>();
  readonly employees = new Map<string, EmployeeDraft>();
  readonly communities = new Map<string, Community>();
  /** Keys of rows that were refused: naming them is no second fault. */
  readonly refused: Record<'departments' | 'positions' | 'employees' | 'communities', Set<string>> = {
    departments: new Set(),
    positions: new Set(),
    employees: new Set(),
    communities: new Set(),
  };

  constructor(
    readonly current: OrgSnapshot,
    readonly tables: ReadonlyMap<OrgFileKind, OrgTable>,
    readonly options: PlanOptions,
    readonly issues: Issues,
    readonly changes = new ChangeList(),
  ) {}

  department(code: string): Department | undefined {
    return this.departments.get(code) ?? this.current.departments.get(code);
  }

  employee(number: string): Employee | undefined {
    return this.employees.get(number)?.next ?? this.current.employees.get(number);
  }

  /** Whether a key is known now or after the import, or stands in a refused row. */
  knows(kind: 'departments' | 'positions' | 'employees' | 'communities', key: string): boolean {
    return this.current[kind].has(key) || this[kind].has(key) || this.refused[kind].has(key);
  }

  /** Assignments of a person before the import. */
  assignmentsBefore(number: string): readonly Assignment[] {
    return this.current.employees.get(number)?.assignments ?? [];
  }
}

/** A planner hands back its progress between batches of rows, so that a caller can show it and let other work through. */
export type Steps = Generator<OrgImportProgress, void, void>;

const batch = 5_000;

/** Calls `act` for each item and reports progress every few thousand. */
export function* eachWithProgress<T>(items: Iterable<T>, total: number, progress: Pick<OrgImportProgress, 'phase' | 'file'>, act: (item: T, index: number) => void): Steps {
  let done = 0;
  for (const item of items) {
    act(item, done);
    done += 1;
    if (done % batch === 0) yield { ...progress, done, total };
  }
  yield { ...progress, done, total };
}
