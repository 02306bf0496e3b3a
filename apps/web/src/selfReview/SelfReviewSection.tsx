import type { ReviewView } from '@fairmark/contracts/reviews';
import { Alert, Descriptions, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../ui/format.js';
import { textOf } from '../ui/text.js';

/** The submitted self-review; one that was not submitted is shown as such, never as agreement. */
export function SelfReviewSection({ review }: { review: ReviewView }) {
  const { t } = useTranslation('selfReview');
  const written = review.selfReview;
  if (!written) return null;
  if (written.state === 'notSubmitted' || !written.body) return <Alert type="warning" title={t('notSubmitted', { at: showInstant(written.createdAt) })} />;
  const items = (review.sheet?.blocks ?? []).flatMap((block) => block.items);
  const nameOfItem = (key: string): string => {
    const item = items.find((one) => one.itemId === key);
    return item ? textOf(item.name) : key;
  };
  return (
    <>
      <Typography.Paragraph type="secondary">{t('submittedAt', { at: showInstant(written.createdAt) })}</Typography.Paragraph>
      <Descriptions
        column={1} layout="vertical" bordered size="small"
        items={[...written.body.items.map((item) => ({ key: item.key, label: nameOfItem(item.key), children: item.text })), { key: 'summary', label: t('summary'), children: written.body.summary || '–' }]}
        styles={{ content: { whiteSpace: 'pre-wrap' } }}
      />
    </>
  );
}
