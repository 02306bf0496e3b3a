import type { ApprovalWaiting } from '@fairmark/contracts/approvals';
import type { TFunction } from 'i18next';
import { durationText } from './texts.js';

/** What happens when the deadline passes, with its length where it has one. */
export function atDeadlineText(t: TFunction, { act, every, by, decision }: ApprovalWaiting['atDeadline']): string {
  if (act === 'remind' && every) return t('approvals:timeoutText.remind', { every: durationText(t, every) });
  if (act === 'extend' && by) return t('approvals:deadline.extend', { by: durationText(t, by) });
  if (act === 'default') return t(`approvals:timeoutText.default.${decision ?? 'reject'}`);
  return t(`approvals:timeout.${act}`);
}
