import type { PlanDocument, Sheet } from '@fairmark/contracts/plans';
import { Card, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/DataTable.js';
import { showBp } from '../../ui/format.js';
import { showQuantity } from '../../ui/quantity.js';
import { textOf } from '../../ui/text.js';

/** One sheet with its indicators, and the departments whose goals it depends on. */
export function SheetReading({ sheet, plan }: { sheet: Sheet; plan: PlanDocument }) {
  const { t } = useTranslation('plans');
  const indicators = new Map(plan.indicators.map((one) => [one.id, one]));
  const nameOf = (id: string): string => textOf(indicators.get(id)?.name ?? { zh: id });
  return (
    <Card size="small" title={textOf(sheet.name)} extra={<Typography.Text type="secondary">{t(`reading.for.${sheet.for.kind}`, { ...sheet.for })}</Typography.Text>}>
      <DataTable
        size="small" rowKey="indicatorId" pagination={false} dataSource={[...sheet.items]}
        columns={[
          { title: t('reading.indicator'), render: (_, item) => nameOf(item.indicatorId) },
          { title: t('reading.measured'), render: (_, item) => t(`reading.measurement.${indicators.get(item.indicatorId)?.measurement.kind ?? 'computed'}`) },
          { title: t('reading.weight'), align: 'right', render: (_, item) => showBp(item.weightBp) },
          { title: t('reading.target'), align: 'right', render: (_, item) => (item.target === undefined ? '–' : showQuantity(item.target, indicators.get(item.indicatorId)?.unit ?? null)) },
        ]}
      />
      {sheet.dependsOnDepartments.length > 0 && <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>{t('reading.dependsOn', { departments: sheet.dependsOnDepartments.join(t('common:listSeparator')) })}</Typography.Paragraph>}
    </Card>
  );
}
