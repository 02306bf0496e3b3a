import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/DataTable.js';
import { unitName } from '../../ui/quantity.js';
import { textOf } from '../../ui/text.js';
import { FieldFindings } from './FieldFindings.js';
import { IndicatorDrawer } from './IndicatorDrawer.js';
import { withIndicator, withoutIndicator } from './newEntries.js';
import { findingsAt, replaced } from './paths.js';
import type { SectionProps } from './sectionProps.js';

/** Everything that the plan measures; one indicator is edited at a time, with its curve in sight. */
export function IndicatorsSection({ editor, disabled }: SectionProps) {
  const { t } = useTranslation('planDesign');
  const [open, setOpen] = useState<number | null>(null);
  const { document, findings } = editor;
  const rows = document.indicators.map((indicator, index) => ({ indicator, index }));
  const shown = open === null ? undefined : document.indicators[open];
  return (
    <Flex vertical gap={8}>
      {!disabled && <Button style={{ alignSelf: 'start' }} onClick={() => { editor.change(withIndicator(document, t('newIndicator.name'), t('newIndicator.source'))); setOpen(document.indicators.length); }}>{t('newIndicator.act')}</Button>}
      <DataTable
        size="small" rowKey="index" pagination={false} dataSource={rows}
        columns={[
          { title: t('indicator.name'), render: (_, { indicator, index }) => <Button type="link" style={{ padding: 0 }} onClick={() => setOpen(index)}>{textOf(indicator.name)}</Button> },
          { title: t('indicator.unit'), render: (_, { indicator }) => unitName(indicator.unit) || t('indicator.count') },
          { title: t('indicator.direction'), render: (_, { indicator }) => t(`direction.${indicator.direction}`) },
          { title: t('indicator.horizon'), render: (_, { indicator }) => t(`horizon.${indicator.horizon}`) },
          { title: t('indicator.dimension'), render: (_, { indicator }) => t(`dimension.${indicator.dimension}`) },
          { title: t('indicator.measured'), render: (_, { indicator }) => t(`measured.${indicator.measurement.kind}`) },
          { title: t('found'), render: (_, { index }) => <FieldFindings findings={findingsAt(findings, `indicators[${index}]`)} /> },
        ]}
      />
      {shown && open !== null && (
        <IndicatorDrawer
          indicator={shown} others={document.indicators} findings={findingsAt(findings, `indicators[${open}]`)} path={`indicators[${open}]`} disabled={disabled} onClose={() => setOpen(null)}
          onRemove={() => { setOpen(null); editor.change(withoutIndicator(document, shown.id)); }}
          onChange={(indicator) => editor.change({ ...document, indicators: replaced(document.indicators, open, indicator) })}
        />
      )}
    </Flex>
  );
}
