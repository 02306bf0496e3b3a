import type { PlanDocument } from '@fairmark/contracts/plans';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { durationText } from '../../approvals/texts.js';
import { DataTable } from '../../ui/DataTable.js';

/** Lengths of steps that the plan sets itself; a step that is missing has the length of the product. */
export function StepReading({ steps }: { steps: PlanDocument['steps'] }) {
  const { t } = useTranslation('plans');
  const rows = Object.entries(steps).map(([step, { duration, timeout }]) => ({ step, duration, timeout: timeout.kind }));
  if (rows.length === 0) return null;
  return (
    <Card size="small" title={t('reading.steps')}>
      <DataTable
        size="small" rowKey="step" pagination={false} dataSource={rows}
        columns={[
          { title: t('reading.step'), render: (_, { step }) => t(`steps:step.${step}`, { defaultValue: t(`reading.window.${step}`) }) },
          { title: t('reading.length'), render: (_, { duration }) => durationText(t, duration) },
          { title: t('reading.timeout'), render: (_, row) => t(`reading.atTimeout.${row.timeout}`) },
        ]}
      />
    </Card>
  );
}
