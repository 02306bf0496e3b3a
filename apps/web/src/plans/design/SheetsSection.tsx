import type { Sheet } from '@fairmark/contracts/plans';
import { Button, Flex, InputNumber, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/DataTable.js';
import { textOf } from '../../ui/text.js';
import { ToneTag } from '../../ui/ToneTag.js';
import { FieldFindings } from './FieldFindings.js';
import { NewSheet } from './NewSheet.js';
import { findingsAt } from './paths.js';
import type { SectionProps } from './sectionProps.js';
import { TargetTable } from './TargetTable.js';
import { bpOf, sumOf, weightOf, WHOLE_BP, withWeight } from './weights.js';

/** Sheets that stand beside each other in one grid: those of a community type, of single communities, of positions. */
const groupOf = ({ for: whom }: Sheet): string => (whom.kind === 'communityType' ? whom.type : whom.kind);

/** The weights of all sheets of a group in one grid: a column is a sheet and must reach exactly 100 %. */
export function SheetsSection({ editor, disabled }: SectionProps) {
  const { t } = useTranslation('planDesign');
  const { document, findings } = editor;
  const groups = [...new Set(document.sheets.map(groupOf))];
  const [chosen, setChosen] = useState(groups[0]);
  const columns = document.sheets.flatMap((sheet, index) => (groupOf(sheet) === chosen ? [{ sheet, index }] : []));
  const cell = (sheet: Sheet, index: number, id: string, name: string) => (
    <InputNumber aria-label={t('weight.of', { name, sheet: textOf(sheet.name) })} disabled={disabled} min={0} max={100} precision={2} suffix="%" style={{ width: 110 }} value={((weightOf(sheet, id) ?? 0) / 100) || null} onChange={(percent) => editor.change(withWeight(document, index, id, percent === null ? null : bpOf(percent)))} />
  );
  const sums = () => (
    <Table.Summary.Row>
      <Table.Summary.Cell index={0}>{t('weight.sum')}</Table.Summary.Cell>
      {columns.map(({ sheet }, at) => <Table.Summary.Cell key={sheet.id} index={at + 1}><ToneTag tone={sumOf(sheet) === WHOLE_BP ? 'good' : 'bad'}>{`${sumOf(sheet) / 100} %`}</ToneTag></Table.Summary.Cell>)}
    </Table.Summary.Row>
  );
  return (
    <Flex vertical gap={12}>
      {!disabled && <div><NewSheet editor={editor} /></div>}
      <Segmented value={chosen ?? ''} onChange={setChosen} options={groups.map((value) => ({ value, label: t(`group.${value}`, { defaultValue: value }) }))} />
      <DataTable
        size="small" rowKey="id" pagination={false} dataSource={document.indicators} summary={sums}
        columns={[{ title: t('indicator.name'), render: (_, one) => textOf(one.name), fixed: 'left' }, ...columns.map(({ sheet, index }) => ({ title: textOf(sheet.name), key: sheet.id, render: (_: unknown, one: { id: string; name: { zh: string; en?: string | undefined } }) => cell(sheet, index, one.id, one.name.zh) }))]}
      />
      <FieldFindings findings={findings.filter((one) => one.path === 'sheets')} />
      {columns.map(({ sheet, index }) => (
        <section key={sheet.id} aria-label={textOf(sheet.name)}>
          <h4 style={{ marginBlock: 8 }}>{textOf(sheet.name)}</h4>
          <FieldFindings findings={findingsAt(findings, `sheets[${index}]`)} onOverride={disabled ? undefined : editor.override} />
          {!disabled && document.sheets.length > 1 && <Button size="small" danger onClick={() => editor.change({ ...document, sheets: document.sheets.toSpliced(index, 1) })}>{t('sheet.remove')}</Button>}
          <TargetTable editor={editor} disabled={disabled} sheet={sheet} index={index} />
        </section>
      ))}
    </Flex>
  );
}
