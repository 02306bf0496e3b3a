import type { ResultDetail } from '@fairmark/contracts/results';
import type { ReviewView } from '@fairmark/contracts/reviews';
import { Link } from '@tanstack/react-router';
import { Alert, Card, Descriptions, Flex, Statistic, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { showBp, showCenti, showCents, showInstant } from '../ui/format.js';
import { QueryState } from '../ui/QueryState.js';
import { InterviewCard } from './InterviewCard.js';
import { useResult } from './queries.js';
import { ToneTag } from '../ui/ToneTag.js';

/** The published result: band and total, whether calibration changed it and why, the window, the interview, the reward. */
export function ResultSection({ review }: { review: ReviewView }) {
  return <QueryState query={useResult(review.id)}>{(result) => <Result result={result} appealId={review.appealId} />}</QueryState>;
}

function Result({ result, appealId }: { result: ResultDetail; appealId: string | null }) {
  const { t } = useTranslation('results');
  const { final, acceptance } = result;
  const computed = result.ratings.find((rating) => rating.source === 'computed');
  return (
    <Flex vertical gap={16}>
      <Flex wrap gap={32} align="center">
        <Statistic title={t('band')} value={final?.band ?? t('notRated')} />
        {final !== null && final.totalCenti !== null && <Statistic title={t('total')} value={showCenti(final.totalCenti)} />}
        {final && <Tag>{t(`source.${final.source}`)}</Tag>}
      </Flex>
      {result.changedByCalibration && <Alert type="info" showIcon title={t('changed', { from: computed?.band ?? '–', to: final?.band ?? '–' })} description={final?.reasonForEmployee ?? undefined} />}
      <Window result={result} />
      {appealId && <Link to="/appeals/$appealId" params={{ appealId }}>{t('appeals:one')}</Link>}
      {result.interview && <InterviewCard interview={result.interview} />}
      {result.reward && (
        <Card size="small" title={t('reward.title')} extra={result.reward.held && <ToneTag tone="warn">{t('reward.held')}</ToneTag>}>
          <Descriptions
            size="small" column={{ xs: 1, sm: 2 }}
            items={[
              { key: 'base', label: t('reward.base'), children: showCents(result.reward.baseCents) },
              { key: 'coefficient', label: t('reward.coefficient'), children: showBp(result.reward.coefficientBp) },
              { key: 'days', label: t('reward.days'), children: `${result.reward.eligibleDays} / ${result.reward.periodDays}` },
              { key: 'own', label: t('reward.own'), children: showCents(result.reward.ownCents) },
              { key: 'team', label: t('reward.team'), children: showCents(result.reward.teamCents) },
            ]}
          />
        </Card>
      )}
      {acceptance?.recordedAs && <Alert type="success" showIcon title={t(`recorded.${acceptance.recordedAs}`)} />}
    </Flex>
  );
}

/** Until when the person may accept or appeal, and what will be recorded then. */
function Window({ result }: { result: ResultDetail }) {
  const { t } = useTranslation('results');
  const { acceptance } = result;
  if (!acceptance || acceptance.status === 'unpublished' || acceptance.status === 'final') return null;
  const text = acceptance.endsAt
    ? t('window.ends', { at: showInstant(acceptance.endsAt) })
    : t('window.waits', { at: acceptance.earliestEndAt ? showInstant(acceptance.earliestEndAt) : '–' });
  const then = acceptance.willBeRecordedAs ? t('window.then', { what: t(`recorded.${acceptance.willBeRecordedAs}`) }) : undefined;
  return <Alert type="info" showIcon title={text} description={then} />;
}
