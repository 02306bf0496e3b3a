import type { ConcernedReview, StretchShare } from '@fairmark/contracts/changes';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { FactLine } from '../ui/FactLine.js';
import { showBp } from '../ui/format.js';
import { PagedList } from '../ui/PagedList.js';
import { personName } from '../ui/PersonName.js';
import { colon } from '../ui/punctuation.js';

/** Reviews whose stretches change: who scored which days before, and who will. */
export function ConcernedReviews({ reviews }: { reviews: readonly ConcernedReview[] }) {
  const { t } = useTranslation('changes');
  const stretch = ({ manager, from, to, kind, weightBp }: StretchShare): string =>
    t(kind === 'opinion' ? 'stretch.opinion' : 'stretch.segment', { name: manager ? personName(manager) : t('stretch.nobody'), from, to, share: showBp(weightBp) });
  const words = (stretches: readonly StretchShare[]): string => stretches.map(stretch).join(t('common:listSeparator')) || '–';
  return (
    <div>
      <Typography.Title level={5}>{t('stretch.title')}</Typography.Title>
      <PagedList items={reviews} pageSize={10} render={(one) => (
        <FactLine key={one.reviewId} title={`${personName(one.subject)} · ${t(`steps:phase.${one.step}`)}`} facts={[<span key="stretches"><span style={{ display: 'block' }}>{t('stretch.before')}{colon()}{words(one.before)}</span>{t('stretch.after')}{colon()}{words(one.after)}</span>]} />
      )} />
    </div>
  );
}
