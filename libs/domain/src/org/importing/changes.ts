import type { OrgChangeEffect, OrgFileKind } from '@fairmark/contracts/org';
import type { Assignment, CommunityMaster, Department, EmployeeLine, EmployeeMaster, Leave, LocalDate, Position } from '../snapshot.js';

/** Lines of dated rows known by subject (employee number; community code for stages) and `validFrom`. */
export type RowLine = EmployeeLine | 'stages';

/** A department without its head, who may be inserted later than the department. */
export type DepartmentFields = Omit<Department, 'headNumber'>;

/** One write, in business keys. `removeRow` takes back a row that never came true; `correctRow` replaces a value from the same day on. */
export type OrgWrite =
  | { op: 'insertDepartment'; department: DepartmentFields }
  | { op: 'updateDepartment'; code: string; set: Partial<Omit<DepartmentFields, 'code'>> }
  | { op: 'setDepartmentHead'; code: string; headNumber: string | null }
  | { op: 'insertPosition'; position: Position }
  | { op: 'updatePosition'; code: string; set: Partial<Omit<Position, 'code'>> }
  | { op: 'renumberEmployee'; number: string; to: string }
  | { op: 'insertEmployee'; employee: EmployeeMaster }
  | { op: 'updateEmployee'; number: string; set: Partial<Omit<EmployeeMaster, 'number'>> }
  | { op: 'insertCommunity'; community: CommunityMaster }
  | { op: 'updateCommunity'; code: string; set: Partial<Omit<CommunityMaster, 'code'>> }
  | { op: 'removeRow'; line: RowLine; subject: string; validFrom: LocalDate }
  | { op: 'endRow'; line: RowLine; subject: string; validFrom: LocalDate; validTo: LocalDate | null }
  | { op: 'correctRow'; line: RowLine; subject: string; validFrom: LocalDate; value: string; validTo: LocalDate | null }
  | { op: 'insertRow'; line: RowLine; subject: string; value: string; validFrom: LocalDate; validTo: LocalDate | null }
  | { op: 'updateLeave'; number: string; validFrom: LocalDate; set: Partial<Pick<Leave, 'kind' | 'validTo'>> }
  | { op: 'insertLeave'; number: string; leave: Leave }
  | { op: 'removeAssignment'; number: string; communityCode: string; validFrom: LocalDate }
  | { op: 'updateAssignment'; number: string; communityCode: string; validFrom: LocalDate; set: Partial<Pick<Assignment, 'shareBp' | 'validTo'>> }
  | { op: 'insertAssignment'; number: string; assignment: Assignment };

/** A write with its place in the files and how the preview shows it. */
export type OrgChange = OrgWrite & { file: OrgFileKind; row: number; effect: OrgChangeEffect };

/** Order in which writes satisfy foreign keys and the ban on overlapping rows; ends come before the rows that follow them. */
export const writeOrder: readonly OrgWrite['op'][] = [
  'insertDepartment', 'updateDepartment', 'insertPosition', 'updatePosition', 'renumberEmployee', 'insertEmployee', 'updateEmployee', 'setDepartmentHead',
  'insertCommunity', 'updateCommunity', 'removeRow', 'endRow', 'correctRow', 'insertRow', 'updateLeave', 'insertLeave',
  'removeAssignment', 'updateAssignment', 'insertAssignment',
];

/** Collects the writes of a dry run and how each row of each file counts in the summary. */
export class ChangeList {
  private readonly byOp = new Map<OrgWrite['op'], OrgChange[]>();
  private readonly rows = new Map<OrgFileKind, Map<number, OrgChangeEffect>>();

  /** Adds a write. `rowEffect` is what the row of the file means as a whole: a new manager is a change of a person, though a row is added. */
  add(file: OrgFileKind, row: number, effect: OrgChangeEffect, rowEffect: OrgChangeEffect, write: OrgWrite): void {
    const list = this.byOp.get(write.op);
    const change = Object.assign(write, { file, row, effect });
    if (list) list.push(change);
    else this.byOp.set(write.op, [change]);
    this.mark(file, row, rowEffect);
  }

  /** All writes in the order in which they can be carried out. */
  ordered(): OrgChange[] {
    return writeOrder.flatMap((op) => this.byOp.get(op) ?? []);
  }

  /** How many rows of a file count as added, changed, ended. */
  countsOf(file: OrgFileKind): Record<OrgChangeEffect, number> {
    const counts = { added: 0, changed: 0, ended: 0 };
    for (const effect of this.rows.get(file)?.values() ?? []) counts[effect] += 1;
    return counts;
  }

  private mark(file: OrgFileKind, row: number, effect: OrgChangeEffect): void {
    let rows = this.rows.get(file);
    if (!rows) this.rows.set(file, (rows = new Map()));
    const known = rows.get(row);
    const rank = { added: 2, ended: 1, changed: 0 };
    if (!known || rank[effect] > rank[known]) rows.set(row, effect);
  }
}
