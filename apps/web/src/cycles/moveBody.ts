import type { CycleTarget, PreviewDeadlineMove } from '@fairmark/contracts/cycles';
import type { Duration } from '@fairmark/contracts/common';

/** What is typed about a move of many deadlines. */
export interface MoveValues {
  step?: PreviewDeadlineMove['step'];
  whom: CycleTarget['kind'];
  departmentId?: string;
  employeeIds?: string[];
  how: 'by' | 'to';
  by: Duration;
  to?: string;
}

/** Whom an act of HR on a cycle touches. */
export const targetOf = ({ whom, departmentId, employeeIds }: Pick<MoveValues, 'whom' | 'departmentId' | 'employeeIds'>): CycleTarget => {
  if (whom === 'department') return { kind: whom, departmentId: departmentId ?? '' };
  return whom === 'people' ? { kind: whom, employeeIds: employeeIds ?? [] } : { kind: 'all' };
};

/** The request of a move; its reason is added when it is made. */
export function moveBody(values: MoveValues): PreviewDeadlineMove {
  const { step, how, by, to } = values;
  return { ...(step ? { step } : {}), target: targetOf(values), ...(how === 'to' ? { to: to ?? '' } : { by }) };
}
