import type { HistoryEntry } from '@fairmark/contracts/history';
import type { TFunction } from 'i18next';
import { showInstant } from '../ui/format.js';
import { personName, type PersonLike } from '../ui/PersonName.js';

/** Who acted; a substitute as "B for A". Without anybody it went by itself. */
export function actorOf(t: TFunction<'history'>, by: PersonLike | null, onBehalfOf: PersonLike | null): string {
  if (!by) return t('approvals:entry.system');
  return onBehalfOf ? t('approvals:entry.for', { name: personName(by), holder: personName(onBehalfOf) }) : personName(by);
}

export const outcomeText = (t: TFunction<'history'>, outcome: string | null): string => (outcome === null ? t('steps:outcome.decided') : t(`steps:outcome.${outcome}`, { defaultValue: t('steps:outcome.decided') }));

/** What a line of the audit record says; lines of an approval carry the name of the act. */
export function recordedText(t: TFunction<'history'>, action: string): string {
  const [group = '', ...rest] = action.split('.');
  if (group === 'approval') return t('group.approval', { what: t(`approvals:operator.${rest.join('.')}`, { defaultValue: t(`recorded.${action}`, { defaultValue: t('steps:outcome.decided') }) }) });
  return t(`recorded.${action}`, { defaultValue: t(`group.${group}`, { defaultValue: action }) });
}

/** One entry as a sentence. */
export function entryText(t: TFunction<'history'>, entry: HistoryEntry): string {
  const { what, name, by, onBehalfOf, byTimeout, outcome } = entry;
  const step = entry.step ? t(`steps:step.${entry.step}`, { defaultValue: t('someStep') }) : t('someStep');
  const people = entry.people.map(personName).join(t('common:listSeparator'));
  const actor = byTimeout && !by ? t('byTimeout') : actorOf(t, by, onBehalfOf);
  switch (what) {
    case 'opened': return t(people ? 'entry.opened' : 'entry.openedForNobody', { step, people });
    case 'closed': return t('entry.closed', { step, actor, outcome: outcomeText(t, outcome) });
    case 'task': return t('entry.task', { step, actor, outcome: outcomeText(t, outcome) });
    case 'handedOver': return t('entry.handedOver', { step, people });
    case 'deadline': return t('entry.deadline', { step, from: entry.from ? showInstant(entry.from) : '–', to: entry.to ? showInstant(entry.to) : '–', cause: t(`inbox:moves.cause.${String(name)}`) });
    case 'read': return t('entry.read', { actor, what: t(`read.${String(name)}`, { defaultValue: t('read.other') }) });
    case 'approval': return name === 'timeout' ? t('entry.approvalTimeout') : t(`approvals:entry.what.${String(name)}`, { actor, people, defaultValue: t('entry.recorded', { what: t(`approvals:operator.${String(name)}`, { defaultValue: t('steps:outcome.decided') }), actor }) });
    default: return t(by ? 'entry.recorded' : 'entry.recordedByItself', { what: recordedText(t, name ?? ''), actor });
  }
}
