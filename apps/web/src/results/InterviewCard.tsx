import type { InterviewView } from '@fairmark/contracts/results';
import { Card, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';

/** The record of the feedback interview 绩效面谈 with what was agreed. */
export function InterviewCard({ interview }: { interview: InterviewView }) {
  const { t } = useTranslation('results');
  const actions = interview.recordedAt ? interview.actions : interview.earlierActions;
  return (
    <Card size="small" title={t('interview.title')}>
      {interview.waivedReason && <Typography.Paragraph>{t('interview.waived', { reason: interview.waivedReason })}</Typography.Paragraph>}
      {!interview.recordedAt && !interview.waivedReason && <Typography.Paragraph type="secondary">{t('interview.notYet')}</Typography.Paragraph>}
      {interview.recordedAt && interview.recordedBy && <Typography.Paragraph type="secondary">{t('interview.recorded', { date: interview.heldOn, name: personName(interview.recordedBy), at: showInstant(interview.recordedAt) })}</Typography.Paragraph>}
      {interview.text && <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{interview.text}</Typography.Paragraph>}
      {actions.length > 0 && <><Typography.Text strong>{t(interview.recordedAt ? 'interview.actions' : 'interview.earlier')}</Typography.Text><ul>{actions.map((action, index) => <li key={index}>{action.text} · {action.dueOn}</li>)}</ul></>}
      {interview.confirmedAt && <Typography.Paragraph type="secondary">{t('interview.confirmed', { at: showInstant(interview.confirmedAt) })} {interview.comment}</Typography.Paragraph>}
    </Card>
  );
}
