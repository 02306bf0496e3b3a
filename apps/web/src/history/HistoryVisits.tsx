import type { HistoryCause, HistoryTask, HistoryVisit } from '@fairmark/contracts/history';
import { Typography } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { durationText } from '../approvals/texts.js';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { inBrackets } from '../ui/punctuation.js';
import { ToneTag } from '../ui/ToneTag.js';
import { actorOf, outcomeText } from './entryText.js';

/** What was waited for at the instant: who had it and why, until when, and which rule and which event had led there. */
export function HistoryVisits({ visits }: { visits: readonly HistoryVisit[] }) {
  return <>{visits.map((visit) => <Visit key={visit.id} visit={visit} />)}</>;
}

function Visit({ visit }: { visit: HistoryVisit }) {
  const { t } = useTranslation('history');
  const { cause, dueAt, people, no } = visit;
  const rule = [
    dueAt && t('inbox:atDeadline', { what: t(`steps:atDeadline.${cause.rule.atDeadline}`) }), cause.rule.length && t('rule.length', { length: durationText(t, cause.rule.length) }),
    cause.rule.definition && t('rule.definition', { id: cause.rule.definition.id, version: cause.rule.definition.version, node: cause.rule.definition.node ?? '–' }),
  ].filter(Boolean);
  return (
    <div style={{ marginBlockStart: 12 }}>
      <Typography.Text strong>{t(`steps:step.${visit.step}`)}{no > 1 ? ` (${no})` : ''}</Typography.Text>
      <div>{[t('common:time.since', { at: showInstant(visit.since) }), dueAt && t('common:time.due', { at: showInstant(dueAt, visit.zone ?? undefined) })].filter(Boolean).join(' · ')}</div>
      {people.map((task) => <Person key={`${task.person.id} ${task.since}`} task={task} />)}
      <div><Typography.Text type="secondary">{t('cause.label', { cause: causeText(t, cause) })}</Typography.Text></div>
      {rule.length > 0 && <div><Typography.Text type="secondary">{t('rule.label', { rule: rule.join(' · ') })}</Typography.Text></div>}
    </div>
  );
}

function Person({ task }: { task: HistoryTask }) {
  const { t } = useTranslation('history');
  const { person, why, state, by, readAt } = task;
  const name = `${personName(person)}${inBrackets(t(`steps:why.${why}`, { defaultValue: why }))}`;
  return (
    <div>
      {name} <ToneTag tone={state === 'open' ? 'info' : 'neutral'}>{t(`inbox:taskState.${state}`)}</ToneTag>{' '}
      <Typography.Text type="secondary">{[by && by.id !== person.id && t('doneBy', { name: personName(by) }), readAt ? t('readAt', { at: showInstant(readAt) }) : t('unread')].filter(Boolean).join(' · ')}</Typography.Text>
    </div>
  );
}

/** What had led to a visit. */
function causeText(t: TFunction<'history'>, { kind, name, at, by, onBehalfOf, from }: HistoryCause): string {
  const step = from ? t(`steps:step.${from.step}`) : '';
  const when = showInstant(at);
  switch (kind) {
    case 'decision': return t(from ? 'cause.decision' : 'cause.act', { actor: actorOf(t, by, onBehalfOf), step, outcome: outcomeText(t, from?.outcome ?? name), at: when });
    case 'timeout': return t('cause.timeout', { step, at: when });
    case 'event': return t('cause.event', { name: t(`event.${String(name)}`, { defaultValue: t('event.other') }), at: when });
    case 'date': return t('cause.date', { at: when });
    default: return t('cause.start', { at: when });
  }
}
