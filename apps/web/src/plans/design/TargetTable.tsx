import type { Sheet } from '@fairmark/contracts/plans';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/DataTable.js';
import { shownValue, storedValue, unitName } from '../../ui/quantity.js';
import { textOf } from '../../ui/text.js';
import { FieldFindings } from './FieldFindings.js';
import { findingsAt, replaced } from './paths.js';
import type { SectionProps } from './sectionProps.js';

type Item = Sheet['items'][number];

/** Targets of a sheet, and what a missing value does. What is wrong with a target stands at the target. */
export function TargetTable({ editor, disabled, sheet, index }: SectionProps & { sheet: Sheet; index: number }) {
  const { t } = useTranslation('planDesign');
  const { document, findings } = editor;
  const indicatorOf = (id: string) => document.indicators.find((one) => one.id === id);
  const set = (at: number, item: Item) => editor.change({ ...document, sheets: replaced(document.sheets, index, { ...sheet, items: replaced(sheet.items, at, item) }) });
  const withTarget = ({ target: _old, ...item }: Item, target: string): Item => (target === '' ? item : { ...item, target });
  const rows = sheet.items.map((item, at) => ({ item, at, indicator: indicatorOf(item.indicatorId) }));
  return (
    <DataTable
      size="small" rowKey="at" pagination={false} dataSource={rows}
      columns={[
        { title: t('indicator.name'), render: (_, { item, indicator }) => (indicator ? textOf(indicator.name) : item.indicatorId) },
        {
          title: t('target.title'),
          render: (_, { item, at, indicator }) => indicator?.measurement.kind !== 'judged' && (
            <Input aria-label={t('target.of', { name: item.indicatorId })} inputMode="decimal" disabled={disabled} style={{ width: 160 }} suffix={unitName(indicator?.unit)} value={shownValue(item.target ?? '', indicator?.unit)} onChange={(event) => set(at, withTarget(item, storedValue(event.target.value.trim(), indicator?.unit)))} />
          ),
        },
        { title: t('target.missing'), render: (_, { item, at }) => <Select aria-label={t('target.missing')} disabled={disabled} value={item.missing ?? sheet.missing} onChange={(missing) => set(at, { ...item, missing })} options={(['block', 'reweight'] as const).map((value) => ({ value, label: t(`missing.${value}`) }))} style={{ width: 160 }} /> },
        { title: t('found'), render: (_, { at }) => <FieldFindings findings={findingsAt(findings, `sheets[${index}].items[${at}]`)} onOverride={disabled ? undefined : editor.override} /> },
      ]}
    />
  );
}
