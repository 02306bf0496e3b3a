import type { VisitView } from '@fairmark/contracts/inbox';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { FactLine } from '../ui/FactLine.js';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { colon } from '../ui/punctuation.js';
import { ToneTag } from '../ui/ToneTag.js';

type Change = VisitView['deadlineChanges'][number];

/** Every move of the deadline: from when to when, by whom and why; after a downtime the stretches in which nobody could act. */
export function DeadlineHistory({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('inbox');
  if (visit.deadlineChanges.length === 0) return null;
  return <Card size="small" title={t('moves.title')}>{visit.deadlineChanges.map((one) => <Move key={one.id} one={one} zone={visit.zone ?? undefined} />)}</Card>;
}

function Move({ one, zone }: { one: Change; zone: string | undefined }) {
  const { t } = useTranslation('inbox');
  const by = one.by && [personName(one.by), one.confirmedBy && t('moves.confirmedBy', { name: personName(one.confirmedBy) })].filter(Boolean).join(t('common:listSeparator'));
  const gaps = one.gaps.map((gap) => `${t(`moves.component.${gap.component}`, { defaultValue: gap.component })}${colon()}${showInstant(gap.from)} – ${showInstant(gap.to)}`);
  const givenBack = one.givenBackSeconds === null ? null : t('moves.givenBack', { minutes: Math.round(one.givenBackSeconds / 60) });
  return (
    <FactLine
      title={<>{showInstant(one.from, zone)} → {showInstant(one.to, zone)} <ToneTag tone={one.cause === 'downtime' ? 'warn' : 'info'}>{t(`moves.cause.${one.cause}`)}</ToneTag></>}
      facts={[showInstant(one.at), by, one.reason, givenBack, ...gaps]}
    />
  );
}
