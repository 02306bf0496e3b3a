import type { ChangeView } from '@fairmark/contracts/changes';
import type { TFunction } from 'i18next';
import { personName } from '../ui/PersonName.js';
import { nameOf } from '../ui/text.js';

/** What changed for whom: the kind, and the person or the department. */
export function changeTitle(t: TFunction<'changes'>, { kind, employee, department }: Pick<ChangeView, 'kind' | 'employee' | 'department'>): string {
  const whom = employee ? personName(employee) : department ? nameOf(department) : null;
  return [t(`kind.${kind}`), whom].filter(Boolean).join(' · ');
}
