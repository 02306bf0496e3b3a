import type { PlanDocument } from '@fairmark/contracts/plans';
import { Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/DataTable.js';
import { showBp, showCenti } from '../../ui/format.js';
import { textOf } from '../../ui/text.js';
import { SheetReading } from './SheetReading.js';
import { StepReading } from './StepReading.js';

/** A plan document to read: what is measured for whom with which weight, what each band pays, how long each step lasts. */
export function PlanReading({ plan }: { plan: PlanDocument }) {
  const { t } = useTranslation('plans');
  const pays = new Map(plan.reward.coefficients.map((one) => [one.band, one.coefficientBp]));
  return (
    <Flex vertical gap={16}>
      {plan.sheets.map((sheet) => <SheetReading key={sheet.id} sheet={sheet} plan={plan} />)}
      <Card size="small" title={t('reading.bands')}>
        <DataTable
          size="small" rowKey="code" pagination={false} dataSource={[...plan.bands].sort((a, b) => b.lowerCenti - a.lowerCenti)}
          columns={[
            { title: t('reading.band'), render: (_, band) => `${band.code} ${textOf(band.name)}` },
            { title: t('reading.from'), align: 'right', render: (_, band) => showCenti(band.lowerCenti) },
            { title: t('reading.pays'), align: 'right', render: (_, { code }) => (pays.has(code) ? showBp(pays.get(code) ?? 0) : '–') },
          ]}
        />
      </Card>
      <StepReading steps={plan.steps} />
    </Flex>
  );
}
