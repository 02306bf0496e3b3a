import type { ScoredSegment, ScoreView } from '@fairmark/contracts/scoring';
import { Alert, Collapse, Flex, Statistic, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { showBp, showCenti } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { textOf } from '../ui/text.js';
import { ItemDetail, StepList } from './ItemDetail.js';
import { useScore } from './queries.js';

/** Formula, inputs and every intermediate number behind a score. */
export function ScoreSection({ reviewId }: { reviewId: string }) {
  return <QueryState query={useScore(reviewId)}>{(view) => <Score view={view} />}</QueryState>;
}

function Score({ view }: { view: ScoreView }) {
  const { t } = useTranslation('scoring');
  return (
    <Flex vertical gap={16}>
      {view.notRatedReason && <Alert type="warning" title={t('notRated', { reason: view.notRatedReason })} />}
      {view.totalCenti !== null && (
        <Flex wrap gap={32}>
          <Statistic title={t('total')} value={showCenti(view.totalCenti)} />
          {view.computedBand && <Statistic title={t('computedBand')} value={view.computedBand} />}
        </Flex>
      )}
      {view.segments.map((segment) => <Segment key={segment.no} segment={segment} view={view} many={view.segments.length > 1} />)}
      {view.steps.length > 0 && <><Typography.Title level={5}>{t('steps')}</Typography.Title><StepList steps={view.steps} /></>}
    </Flex>
  );
}

function Segment({ segment, view, many }: { segment: ScoredSegment; view: ScoreView; many: boolean }) {
  const { t } = useTranslation('scoring');
  const nameOfItem = (itemId: string): string => {
    const item = view.items.find((one) => one.itemId === itemId);
    return item ? textOf(item.name) : itemId;
  };
  const items = segment.result.items.map((item) => {
    const judgement = segment.judgements.find((one) => one.itemId === item.itemId);
    return {
      key: item.itemId,
      label: nameOfItem(item.itemId),
      extra: <>{showBp(item.effectiveWeightBp)} · {item.scoreCenti === null ? <Tag>{t(`itemState.${item.state}`)}</Tag> : <strong>{showCenti(item.scoreCenti)}</strong>}</>,
      children: <>{judgement?.comment && <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{judgement.comment}</Typography.Paragraph>}<ItemDetail values={item.values} steps={item.steps} quality={[]} /></>,
    };
  });
  return (
    <>
      {many && <Typography.Title level={5}>{t('segment', { from: segment.from, to: segment.to, weight: showBp(segment.weightBp) })}</Typography.Title>}
      {segment.scorer && <Typography.Text type="secondary">{t('scoredBy', { name: personName(segment.scorer) })}</Typography.Text>}
      <Collapse items={items} />
      {segment.comment && <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{segment.comment}</Typography.Paragraph>}
      <StepList steps={segment.result.steps} />
    </>
  );
}
