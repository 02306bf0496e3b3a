import type { TFunction } from 'i18next';

/**
 * The sentence of a notice. Kinds of tasks and reminders are `task.<process>.<step>` and `reminder.<step>`: they are worded from the
 * name of the step. A notice never carries a score, a band or a ground.
 */
export function noticeText(t: TFunction, kind: string): string {
  const step = t(`steps:step.${kind.split('.').at(-1) ?? ''}`, { defaultValue: '' });
  if (kind.startsWith('task.') && step) return t('notices:task', { step });
  if (kind.startsWith('reminder.') && step) return t('notices:reminder', { step });
  return t(`notices:kind.${kind}`, { defaultValue: t('notices:other') });
}
