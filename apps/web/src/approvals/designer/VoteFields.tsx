import { Button, Flex, InputNumber, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Labelled } from '../../ui/Labelled.js';
import { showBp } from '../../ui/format.js';
import type { NodeOf } from './document.js';
import { evenWeights } from './newNode.js';
import type { NodeProps } from './NodeFields.js';

const bpOf = (percent: number | null): number => Math.round((percent ?? 0) * 100);

/** Weights of the seats and the threshold that the approving weight must exceed. */
export function VoteFields({ node, onChange, errorOf }: NodeProps<NodeOf<'weightedVote'>>) {
  const { t } = useTranslation('approvals');
  const total = node.weightsBp.reduce((sum, weight) => sum + weight, 0);
  const percent = { min: 0.01, max: 100, precision: 2, suffix: '%', style: { width: 120 } } as const;
  return (
    <>
      <Labelled label={t('vote.weights')} error={errorOf('weightsBp')} note={t('vote.total', { total: showBp(total) })}>
        {() => (
          <Flex wrap gap={8}>
            {node.weightsBp.map((weight, index) => (
              <InputNumber key={index} {...percent} aria-label={t('vote.weight', { no: index + 1 })} prefix={<Typography.Text type="secondary">{index + 1}</Typography.Text>} value={weight / 100} onChange={(value) => onChange({ ...node, weightsBp: node.weightsBp.map((one, other) => (other === index ? bpOf(value) : one)) })} />
            ))}
            <Button onClick={() => onChange({ ...node, weightsBp: evenWeights(node.approvers.length) })}>{t('vote.even')}</Button>
          </Flex>
        )}
      </Labelled>
      <Labelled label={t('vote.threshold')} error={errorOf('thresholdBp')} note={t('vote.thresholdNote')}>{(id) => <InputNumber id={id} {...percent} min={0} max={99.99} value={node.thresholdBp / 100} onChange={(value) => onChange({ ...node, thresholdBp: bpOf(value) })} />}</Labelled>
    </>
  );
}
