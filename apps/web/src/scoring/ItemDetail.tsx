import type { QualityMark, ScoreStep, SubPeriodValue } from '@fairmark/contracts/scoring';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/DataTable.js';
import { showBp } from '../ui/format.js';
import { colon } from '../ui/punctuation.js';

interface Props {
  values: readonly SubPeriodValue[];
  steps: readonly ScoreStep[];
  quality: readonly QualityMark[];
}

/** Every value with source, batch and quality, and every step of the computation as one can repeat it by hand. */
export function ItemDetail({ values, steps, quality }: Props) {
  const { t } = useTranslation('scoring');
  const qualityOf = (subPeriod: string): string => {
    const mark = quality.find((one) => one.subPeriod === subPeriod);
    return mark ? showBp(mark.qualityBp) : '–';
  };
  return (
    <>
      {values.length > 0 && (
        <DataTable
          size="small" pagination={false} rowKey="key" dataSource={values.map((value, index) => ({ ...value, key: index }))}
          columns={[
            { title: t('detail.subPeriod'), dataIndex: 'subPeriod' },
            { title: t('column.value'), dataIndex: 'value', align: 'right' },
            { title: t('detail.source'), dataIndex: 'source' },
            { title: t('detail.batch'), dataIndex: 'batch' },
            { title: t('detail.quality'), render: (_, value) => qualityOf(value.subPeriod), align: 'right' },
          ]}
        />
      )}
      <StepList steps={steps} />
    </>
  );
}

/** Formula, inputs and result of each step. */
export function StepList({ steps }: { steps: readonly ScoreStep[] }) {
  const { t } = useTranslation('scoring');
  return (
    <ol style={{ margin: '8px 0 0', paddingInlineStart: 20 }}>
      {steps.map((step, index) => (
        <li key={index}>
          <Typography.Text>{t(`step.${step.step}`)}{colon()}<Typography.Text code>{step.formula}</Typography.Text> = <strong>{step.result}</strong></Typography.Text>
          <div><Typography.Text type="secondary">{Object.entries(step.inputs).map(([name, value]) => `${name} = ${value}`).join('; ')}</Typography.Text></div>
        </li>
      ))}
    </ol>
  );
}
