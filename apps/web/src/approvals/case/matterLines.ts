import type { ApprovalMatter } from '@fairmark/contracts/approvals';
import type { TFunction } from 'i18next';
import { nameOf } from '../../ui/text.js';
import { durationText } from '../texts.js';

type Line = [key: 'plan' | 'step' | 'by' | 'indicator' | 'department' | 'reason', text: string];

/** What is asked for, line by line; nothing for a case whose own page says it. */
export function matterLines(t: TFunction<'approvals'>, matter: ApprovalMatter | null): Line[] {
  if (!matter) return [];
  const { plan, step, by, indicatorId, subPeriod, department, reason } = matter;
  const lines: [Line[0], string | null][] = [
    ['plan', plan && `${nameOf(plan)} v${plan.no}`],
    ['step', step && t(`steps:step.${step}`)],
    ['by', by && durationText(t, by)],
    ['indicator', indicatorId && [indicatorId, subPeriod].filter(Boolean).join(' · ')],
    ['department', department && nameOf(department)],
    ['reason', reason],
  ];
  return lines.filter((line): line is Line => line[1] !== null && line[1] !== '');
}
