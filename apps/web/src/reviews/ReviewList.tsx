import type { ReviewLine, ReviewWait } from '@fairmark/contracts/reviews';
import { useNavigate } from '@tanstack/react-router';
import { Card, Empty, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { nameOf } from '../ui/text.js';
import { ToneTag } from '../ui/ToneTag.js';

/** Reviews as cards: what each waits for, for whom, since when. */
export function ReviewList({ reviews, by }: { reviews: readonly ReviewLine[]; by: 'employee' | 'cycle' }) {
  const { t } = useTranslation('reviews');
  const navigate = useNavigate();
  if (reviews.length === 0) return <Empty description={t('none')} />;
  return (
    <Flex vertical gap={8}>
      {reviews.map((review) => (
        <Card
          key={review.id} size="small" hoverable role="link" tabIndex={0}
          onClick={() => void navigate({ to: '/reviews/$reviewId', params: { reviewId: review.id } })}
          onKeyDown={(event) => event.key === 'Enter' && void navigate({ to: '/reviews/$reviewId', params: { reviewId: review.id } })}
        >
          <Flex wrap justify="space-between" gap={8}>
            <Typography.Text strong>{by === 'employee' ? personName(review.employee) : nameOf(review.cycle)}</Typography.Text>
            <ToneTag tone={review.state === 'closed' ? 'neutral' : 'info'}>{t(`steps:phase.${review.step}`)}</ToneTag>
          </Flex>
          {review.waits.map((wait) => <Wait key={wait.visitId} wait={wait} />)}
        </Card>
      ))}
    </Flex>
  );
}

function Wait({ wait }: { wait: ReviewWait }) {
  const { t } = useTranslation();
  const names = wait.people.map(personName).join(t('listSeparator'));
  const due = wait.dueAt ? t('time.due', { at: showInstant(wait.dueAt, wait.dueZone ?? undefined) }) : null;
  return (
    <Typography.Paragraph type={wait.mine ? undefined : 'secondary'} style={{ margin: 0 }}>
      {[t(`steps:step.${wait.step}`), names && t('inbox:waitingFor', { names }), t('time.since', { at: showInstant(wait.since) }), due].filter(Boolean).join(' · ')}
    </Typography.Paragraph>
  );
}
