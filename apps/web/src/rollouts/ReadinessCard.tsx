import type { Criterion, RolloutView } from '@fairmark/contracts/rollouts';
import { Card, Flex, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { FactLine } from '../ui/FactLine.js';
import { textOf } from '../ui/text.js';
import { ToneTag, type Tone } from '../ui/ToneTag.js';
import { DeliverableActs } from './DeliverableActs.js';

const tone = (met: boolean | null): Tone => (met === null ? 'neutral' : met ? 'good' : 'warn');

/** Every criterion of the present gate, as it stands at this moment. */
export function ReadinessCard({ rollout }: { rollout: RolloutView }) {
  const { t } = useTranslation('rollouts');
  const { met, total, criteria, mayAsk } = rollout.readiness;
  const nameOf = (one: Criterion): string => (one.title ? textOf(one.title) : one.measure ? t(`measure.${one.measure}`) : t('processes'));
  return (
    <Card size="small" title={t('readiness', { met, total })} extra={<ToneTag tone={mayAsk ? 'good' : 'warn'}>{t(mayAsk ? 'mayAsk' : 'mayNotAsk')}</ToneTag>}>
      <Progress percent={total === 0 ? 0 : Math.floor((met * 100) / total)} aria-label={t('readiness', { met, total })} />
      {criteria.map((one) => (
        <Flex key={`${one.kind}.${one.key}`} justify="space-between" align="center" gap={8} wrap>
          <FactLine title={nameOf(one)} facts={[t(`criterion.${one.kind}`), one.wanted && t('wanted', { value: one.value ?? '—', wanted: one.wanted }), one.kind === 'measured' && t('sample', { count: one.sampleSize ?? 0 })]} />
          <Flex gap={8} align="center"><ToneTag tone={tone(one.met)}>{t(`met.${one.met === null ? 'unknown' : String(one.met)}`)}</ToneTag>{one.kind === 'deliverable' && <DeliverableActs rollout={rollout} criterion={one} />}</Flex>
        </Flex>
      ))}
    </Card>
  );
}
