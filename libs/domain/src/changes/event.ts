import type { ChangeKind } from '@fairmark/contracts/changes';

/** A change by business keys, as the files of the organisation name people and departments. */
export interface OrgEvent {
  kind: ChangeKind;
  /** Number of the person; null for a department. */
  number: string | null;
  /** Managers before and after. */
  fromManager: string | null;
  toManager: string | null;
  /** Departments before and after; of a department itself its code is `fromDepartment`. */
  fromDepartment: string | null;
  toDepartment: string | null;
  effectiveOn: string;
  /** First day on which it no longer holds: the end of a leave. */
  until: string | null;
  /** Numbers of the people of a department who move with it. */
  people: string[];
}

const nothing: Omit<OrgEvent, 'kind' | 'effectiveOn'> = { number: null, fromManager: null, toManager: null, fromDepartment: null, toDepartment: null, until: null, people: [] };

/** An event with what it says; everything else is empty. */
export const orgEvent = (given: Pick<OrgEvent, 'kind' | 'effectiveOn'> & Partial<OrgEvent>): OrgEvent => ({ ...nothing, ...given });
