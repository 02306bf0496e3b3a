import type { SelfReview } from '@fairmark/contracts/reviews';
import { Button, Flex, Form, Input, Skeleton, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import type { PanelProps } from '../reviews/panels.js';
import { DraftNote } from '../ui/DraftNote.js';
import { showBp } from '../ui/format.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { textOf } from '../ui/text.js';
import { useDraft } from '../ui/useDraft.js';
import { EvidenceField } from './EvidenceField.js';
import { ProposeCollaborators } from './ProposeCollaborators.js';
import { useEvidenceFiles, type EvidenceFile } from './useEvidence.js';

/** What is sent: items with a text or a file, and only files that are still there. */
function toSend(body: SelfReview, files: readonly EvidenceFile[]): SelfReview {
  const known = new Set(files.map((file) => file.id));
  const items = (body.items ?? []).map((item) => ({ ...item, text: item.text ?? '', evidenceIds: (item.evidenceIds ?? []).filter((id) => known.has(id)) }));
  return { summary: body.summary ?? '', items: items.filter((item) => item.text.trim() !== '' || item.evidenceIds.length > 0) };
}

/** The self-review 自评: a text for each item of the sheet and a summary. Saved as typed, final when submitted. */
export function SelfReviewPanel({ review, task }: PanelProps) {
  const { t } = useTranslation('selfReview');
  const [form] = Form.useForm<SelfReview>();
  const draft = useDraft<SelfReview>('visit', task.visitId);
  const decision = useDecision({ visitId: task.visitId });
  const { files, isKnown } = useEvidenceFiles(review.id, review.selfReview?.evidence ?? []);
  const items = (review.sheet?.blocks ?? []).flatMap((block) => block.items);
  if (draft.initial === undefined) return <Skeleton active />;
  const typed = (): SelfReview => form.getFieldsValue(true) as SelfReview;
  const initial = draft.initial ?? { summary: '', items: items.map((item) => ({ key: item.itemId, text: '', evidenceIds: [] })) };
  return (
    <>
      {task.actions.includes('proposeCollaborators') && <ProposeCollaborators review={review} visitId={task.visitId} />}
      <Form form={form} layout="vertical" initialValues={initial} onValuesChange={() => draft.save(typed())} onFinish={() => decision.mutate({ action: 'submit', body: toSend(typed(), files) })}>
        <Typography.Paragraph type="secondary">{t('evidence.note')}</Typography.Paragraph>
        {items.map((item, index) => (
          <div key={item.itemId}>
            <Form.Item name={['items', index, 'key']} hidden><Input /></Form.Item>
            <Form.Item name={['items', index, 'text']} label={`${textOf(item.name)} · ${showBp(item.weightBp)}`}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={10_000} placeholder={t('placeholder')} /></Form.Item>
            <Form.Item name={['items', index, 'evidenceIds']} style={{ marginBlockStart: -12 }}><EvidenceField reviewId={review.id} item={textOf(item.name)} files={files} /></Form.Item>
          </div>
        ))}
        <Form.Item name="summary" label={t('summary')}><Input.TextArea autoSize={{ minRows: 3 }} maxLength={10_000} /></Form.Item>
        {decision.isError && <ProblemAlert error={decision.error} onRetry={form.submit} />}
        <Flex align="center" gap={12}>
          <Button type="primary" htmlType="submit" disabled={!isKnown} loading={decision.isPending}>{t('submit')}</Button>
          <DraftNote state={draft.state} />
        </Flex>
      </Form>
    </>
  );
}
