import type { BufferView } from '@fairmark/contracts/buffers';
import { Alert, Card, Descriptions, Flex, Tag, Timeline, Typography } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { showBp, showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { colon } from '../ui/punctuation.js';
import { QueryState } from '../ui/QueryState.js';
import { textOf } from '../ui/text.js';
import { useBuffer } from './queries.js';

/** The buffer period 缓冲期: what was agreed, how far it is, and what becomes of the consequence. */
export function BufferSection({ reviewId }: { reviewId: string }) {
  return <QueryState query={useBuffer(reviewId)}>{(buffer) => <Buffer buffer={buffer} />}</QueryState>;
}

/** What the consequence would be or is. While it cannot take effect any more nobody is told what it would have been. */
function consequenceOf({ consequence, consequenceText, mayTakeEffect }: BufferView, t: TFunction<'buffers'>): string | undefined {
  if (!consequenceText) return undefined;
  if (consequence !== 'pending') return textOf(consequenceText);
  return mayTakeEffect ? t('consequence.otherwise', { text: textOf(consequenceText) }) : undefined;
}

export function Buffer({ buffer }: { buffer: BufferView }) {
  const { t } = useTranslation('buffers');
  if (buffer.kind === 'shadow') return <Alert type="info" showIcon title={t('shadow')} />;
  return (
    <Flex vertical gap={16}>
      <Alert type={buffer.consequence === 'inEffect' ? 'warning' : 'info'} showIcon title={t(`consequence.${buffer.consequence}`)} description={consequenceOf(buffer, t)} />
      {!buffer.mayTakeEffect && <Alert type="success" showIcon title={t('companyMissed')} />}
      <Descriptions
        size="small" column={{ xs: 1, sm: 2 }}
        items={[
          { key: 'state', label: t('state.title'), children: <Tag>{t(`state.${buffer.state}`)}</Tag> },
          { key: 'start', label: t('startsAt'), children: buffer.startsAt ? showInstant(buffer.startsAt) : t('notStarted') },
          ...(buffer.endsAt ? [{ key: 'end', label: t('endsAt'), children: showInstant(buffer.endsAt) }] : []),
          ...(buffer.coefficientBp === null ? [] : [{ key: 'pay', label: t('coefficient'), children: showBp(buffer.coefficientBp) }]),
          ...(buffer.outcome ? [{ key: 'outcome', label: t('outcome.title'), children: t(`outcome.${buffer.outcome}`) }] : []),
        ]}
      />
      {buffer.objection && <Alert type="warning" title={t('objection', { reason: buffer.objection })} />}
      <PlanCard buffer={buffer} />
      {buffer.checkIns.length > 0 && (
        <Card size="small" title={t('checkIns')}>
          <Timeline items={buffer.checkIns.map((one) => ({ key: one.no, color: one.heldAt ? 'green' : one.missed ? 'red' : 'gray', content: <>{one.dueOn} · {one.heldAt ? `${t('held')} ${one.recordedBy ? personName(one.recordedBy) : ''}` : t(one.missed ? 'missed' : 'planned')}{one.note && <div>{one.note}</div>}</> }))} />
        </Card>
      )}
      {buffer.judgements.map((judgement) => <Typography.Paragraph key={judgement.as}>{t(`judgement.${judgement.as}`)} · {personName(judgement.by)}{colon()}{t(`outcome.${judgement.outcome}`)} — {judgement.reason}</Typography.Paragraph>)}
    </Flex>
  );
}

function PlanCard({ buffer }: { buffer: BufferView }) {
  const { t } = useTranslation('buffers');
  const plan = buffer.supportPlan;
  if (!plan) return null;
  return (
    <Card size="small" title={t('plan.title')}>
      <ol style={{ paddingInlineStart: 20 }}>{plan.goals.map((goal, index) => <li key={index}>{goal.title} — {goal.measure}</li>)}</ol>
      {plan.partner && <div>{t('plan.partner')}{colon()}{personName(plan.partner)}</div>}
      {plan.training.length > 0 && <div>{t('plan.training')}{colon()}{plan.training.join(t('common:listSeparator'))}</div>}
      {plan.note && <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{plan.note}</Typography.Paragraph>}
    </Card>
  );
}
