import type { AdjustmentView, QuarterView } from '@fairmark/contracts/pdca';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { FactLine } from '../ui/FactLine.js';
import { personName } from '../ui/PersonName.js';

/** Each adjustment with the effect that was expected before it was adopted, what was measured, and what was decided. */
export function Adjustments({ view: { adjustmentList } }: { view: QuarterView }) {
  const { t } = useTranslation('pdca');
  if (adjustmentList.length === 0) return <Typography.Text type="secondary">{t('noAdjustments')}</Typography.Text>;
  return <>{adjustmentList.map((one) => <Adjustment key={one.id} one={one} />)}</>;
}

function Adjustment({ one }: { one: AdjustmentView }) {
  const { t } = useTranslation('pdca');
  const { expected, baseline, compared } = one;
  return (
    <FactLine
      title={`${one.title} · ${t(`adjustmentState.${one.state}`)}`}
      facts={[
        one.reason, `${t('expected')} ${t(`measure.${expected.measure}`)} ${expected.change} (${expected.text})`, baseline && `${t('baseline')} ${baseline.value ?? t('noValue')}`,
        compared && `${t('measured')} ${compared.change ?? t('noValue')} · ${t(`effect.${compared.outcome}`)}`, one.decision && `${t('decided')} ${t(`decision.${one.decision}`)}${one.decidedBy ? ` · ${personName(one.decidedBy)}` : ''} · ${one.decisionReason ?? ''}`,
      ]}
    />
  );
}
