import type { DeadlineMoveItem } from '@fairmark/contracts/cycles';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FactLine } from '../ui/FactLine.js';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { ToneTag } from '../ui/ToneTag.js';

const tone = { pending: 'info', moved: 'good', skipped: 'warn' } as const;

/** One deadline of a move: from when to when, or why it stays. `made`: the move was carried out; otherwise it is what would become of it. */
export function MoveItem({ item, made = false }: { item: DeadlineMoveItem; made?: boolean }) {
  const { t } = useTranslation('cycles');
  const { from, to, state, why, waitingFor } = item;
  const title = [t(`steps:step.${item.step}`), item.subject && personName(item.subject)].filter(Boolean).join(' · ');
  const names = waitingFor.map(personName).join(t('common:listSeparator'));
  const move = state === 'skipped' ? why && t(`move.why.${why}`) : from && to && `${showInstant(from)} → ${showInstant(to)}`;
  const word = state === 'moved' && !made ? 'willMove' : state;
  return <FactLine title={<><Link to="/visits/$visitId" params={{ visitId: item.visitId }}>{title}</Link> <ToneTag tone={tone[state]}>{t(`move.state.${word}`)}</ToneTag></>} facts={[move, names && t('inbox:waitingFor', { names })]} />;
}
