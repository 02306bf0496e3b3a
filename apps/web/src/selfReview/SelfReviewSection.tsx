import type { ReviewView, SelfReviewEvidence } from '@fairmark/contracts/reviews';
import { Alert, Descriptions, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { kilobytes } from '../appeals/PapersField.js';
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
        items={[...written.body.items.map((item) => ({ key: item.key, label: nameOfItem(item.key), children: <ItemText reviewId={review.id} text={item.text} files={written.evidence.filter((file) => item.evidenceIds.includes(file.id))} /> })), { key: 'summary', label: t('summary'), children: written.body.summary || '–' }]}
        styles={{ content: { whiteSpace: 'pre-wrap' } }}
      />
    </>
  );
}

/** The text of an item with its files. */
function ItemText({ reviewId, text, files }: { reviewId: string; text: string; files: readonly SelfReviewEvidence[] }) {
  return (
    <Flex vertical gap={6}>
      {text !== '' && <span>{text}</span>}
      {files.map((file) => <a key={file.id} href={`/api/reviews/${reviewId}/evidence/${file.id}`} download={file.name} style={{ overflowWrap: 'anywhere' }}>{file.name} <Typography.Text type="secondary">({kilobytes(file.size)})</Typography.Text></a>)}
    </Flex>
  );
}
