import type { ComposedItem } from '@fairmark/contracts/goals';
import type { ScoreSubmission, ScoringGridRow } from '@fairmark/contracts/scoring';
import { Alert, Button, Card, Flex, Form, Input, InputNumber, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { DraftNote } from '../ui/DraftNote.js';
import { showBp, showCenti } from '../ui/format.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { problemText } from '../ui/problemText.js';
import { colon } from '../ui/punctuation.js';
import { Problem } from '../api/problem.js';
import { showQuantity } from '../ui/quantity.js';
import { ReasonModal } from '../ui/ReasonModal.js';
import { textOf } from '../ui/text.js';
import { useDraft } from '../ui/useDraft.js';
import { ItemDetail } from './ItemDetail.js';
import { computedOf, flagsOf, isJudged, scoresToSend, startScores } from './scoreValues.js';
import { ToneTag } from '../ui/ToneTag.js';

/** Scores of one person 上级评分: computed items show how they came about, judged ones take points and a comment. Saved as typed. */
export function ScoreForm({ row }: { row: ScoringGridRow }) {
  const { t } = useTranslation('scoring');
  const [form] = Form.useForm<ScoreSubmission>();
  const [asking, setAsking] = useState(false);
  const visitId = row.visitId ?? '';
  const draft = useDraft<ScoreSubmission>('visit', visitId);
  const decision = useDecision({ visitId });
  const typed = (): ScoreSubmission => form.getFieldsValue(true) as ScoreSubmission;
  return (
    <Form form={form} layout="vertical" initialValues={startScores(row)} onValuesChange={() => draft.save(typed())} onFinish={() => decision.mutate({ action: 'submit', body: scoresToSend(row, typed()) })}>
      {row.selfReviewSubmitted === false && <Alert type="warning" title={t('noSelfReview')} style={{ marginBlockEnd: 12 }} />}
      <Flex vertical gap={8}>{row.items.map((item, index) => <ItemCard key={item.itemId} row={row} item={item} index={index} />)}</Flex>
      <Form.Item name="comment" label={t('overall')} style={{ marginBlockStart: 16 }}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={4_000} /></Form.Item>
      {decision.isError && <ProblemAlert error={decision.error} onRetry={form.submit} />}
      <Flex wrap align="center" gap={12}>
        <Button type="primary" htmlType="submit" loading={decision.isPending}>{t('submit')}</Button>
        <Button onClick={() => setAsking(true)}>{t('askForRatability')}</Button>
        <DraftNote state={draft.state} />
      </Flex>
      <ReasonModal open={asking} title={t('askForRatability')} busy={decision.isPending} onCancel={() => setAsking(false)} onReason={(reason) => decision.mutate({ action: 'askForRatability', body: { reason } }, { onSettled: () => setAsking(false) })} />
    </Form>
  );
}

/** Values are exact fractions; one that does not end is marked and shown as it stands. */
const quantity = (item: ComposedItem, value: string | null): string => (value === null ? '–' : showQuantity(value, item.indicator?.unit));

function ItemCard({ row, item, index }: { row: ScoringGridRow; item: ComposedItem; index: number }) {
  const { t } = useTranslation('scoring');
  const computed = computedOf(row, item.itemId);
  // That points are still missing is what the form is for; only what the scorer has to answer is a warning.
  const flags = flagsOf(row, item.itemId).filter((flag) => !isJudged(item) || flag.needsComment);
  const mustComment = isJudged(item) || flags.some((flag) => flag.needsComment);
  return (
    <Card size="small" styles={{ title: { whiteSpace: 'normal', paddingBlock: 8 } }} title={`${textOf(item.name)} · ${showBp(item.weightBp)}`} extra={!isJudged(item) && computed && (computed.scoreCenti === null ? <ToneTag tone="warn">{t(`itemState.${computed.state}`)}</ToneTag> : <strong>{showCenti(computed.scoreCenti)}</strong>)}>
      <Form.Item name={['items', index, 'itemId']} hidden><Input /></Form.Item>
      {flags.map((flag) => <Alert key={flag.code} type="warning" showIcon style={{ marginBlockEnd: 8 }} title={problemText(t, new Problem({ code: flag.code, status: 0, details: flag.details }))} />)}
      {isJudged(item)
        ? <JudgedItem item={item} index={index} />
        : computed && <details><summary>{t('howComputed', { value: quantity(item, computed.value), target: quantity(item, computed.target) })}</summary><ItemDetail values={computed.values} steps={computed.steps} quality={row.quality} /></details>}
      {mustComment && <Form.Item name={['items', index, 'comment']} label={t('common:field.comment')} style={{ marginBlock: 8 }}><Input.TextArea autoSize maxLength={4_000} /></Form.Item>}
    </Card>
  );
}

function JudgedItem({ item, index }: { item: ComposedItem; index: number }) {
  const { t } = useTranslation('scoring');
  return (
    <>
      <ul style={{ margin: '0 0 8px', paddingInlineStart: 20 }}>{(item.anchors ?? []).map((anchor) => <li key={anchor.score}><Typography.Text type="secondary">{anchor.score}{colon()}{textOf(anchor.text)}</Typography.Text></li>)}</ul>
      <Form.Item name={['items', index, 'score']} label={t('points')} style={{ marginBlockEnd: 0 }}><InputNumber min={0} max={100} precision={0} inputMode="numeric" /></Form.Item>
    </>
  );
}
