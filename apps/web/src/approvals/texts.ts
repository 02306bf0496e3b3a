import type { ApproverSource, Comparison, FormField, NodeCondition, TimeoutPolicy } from '@fairmark/contracts/approvals';
import type { Duration } from '@fairmark/contracts/common';
import type { TFunction } from 'i18next';
import type { z } from 'zod';
import { shownValue } from '../ui/quantity.js';
import { textOf } from '../ui/text.js';

type Source = z.input<typeof ApproverSource>;
type Test = z.input<typeof Comparison>;
type Field = z.input<typeof FormField>;

/** What texts about a document need to know beside it: names of people and of departments. */
export interface Names {
  person: (id: string) => string | undefined;
  department: (id: string) => string | undefined;
}

/** A length such as "3 个工作日". */
export const durationText = (t: TFunction, { n, unit }: Duration): string => t(`approvals:length.${unit}`, { count: n });

/** Where approvers come from, in words. */
export function sourceText(t: TFunction, source: Source, names: Names): string {
  switch (source.type) {
    case 'lineManager':
      return t(source.upTo ? 'approvals:sourceText.upTo' : source.level === 1 ? 'approvals:source.lineManager' : 'approvals:sourceText.level', { level: source.level });
    case 'person':
      return names.person(source.personId) ?? t('approvals:sourceText.person');
    case 'role':
      return t('approvals:sourceText.role', { role: t(`approvals:role.${source.role}`, { defaultValue: source.role }), scope: t(`approvals:scope.${source.scope}`) });
    case 'submitterChooses':
      return t('approvals:sourceText.submitterChooses', { min: source.min, max: source.max });
    case 'panel':
      return t('approvals:sourceText.panel', { size: source.size, role: t(`approvals:role.${source.pool.role}`, { defaultValue: source.pool.role }) });
    default:
      return t(`approvals:source.${source.type}`);
  }
}

/** What happens at the deadline. */
export function timeoutText(t: TFunction, policy: TimeoutPolicy): string {
  switch (policy.act) {
    case 'remind':
      return t('approvals:timeoutText.remind', { every: durationText(t, policy.every) });
    case 'extend':
      return t('approvals:timeoutText.extend', { by: durationText(t, policy.by), times: policy.times });
    case 'default':
      return t(`approvals:timeoutText.default.${policy.decision}`);
    default:
      return t(`approvals:timeout.${policy.act}`);
  }
}

const rangeText = (low: string | null, high: string | null): string => (low !== null && high !== null ? `${low} ≤ … < ${high}` : low !== null ? `≥ ${low}` : high !== null ? `< ${high}` : '…');

/** One test of a field of the form. */
export function comparisonText(t: TFunction, test: Test, form: readonly Field[], names: Names): string {
  const field = form.find((one) => one.id === test.field);
  const title = field ? textOf(field.title) : test.field || t('approvals:condition.noField');
  if (test.test === 'is') return t(test.value ? 'approvals:condition.isTrue' : 'approvals:condition.isFalse', { field: title });
  if (test.test === 'between') {
    const unit = field?.type === 'amount' ? 'cents' : null;
    const shown = (value: number | null | undefined): string | null => (value === null || value === undefined ? null : shownValue(String(value), unit));
    return `${title} ${rangeText(shown(test.atLeast), shown(test.below))}`;
  }
  const option = (value: string): string => {
    const found = field?.type === 'choice' ? field.options.find((one) => one.value === value) : undefined;
    return found ? textOf(found.title) : (names.department(value) ?? value);
  };
  return `${title}${t('approvals:condition.colon')}${test.values.map(option).join(t('common:listSeparator'))}`;
}

/** The flag on which a step depends. */
export const flagText = (t: TFunction, { flag, is }: NodeCondition): string => t(is ? 'approvals:condition.flagSet' : 'approvals:condition.flagNotSet', { flag: t(`approvals:flag.${flag}`, { defaultValue: flag }) });
