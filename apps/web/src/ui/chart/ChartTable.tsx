import { Table } from 'antd';
import type { Key } from 'react';

/** The numbers behind a chart: one column for what is compared, one for each series. */
export interface ChartNumbers {
  /** Titles of the columns. */
  columns: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

/** The text alternative: what the drawing shows, as a table that can be read and copied. */
export function ChartTable({ numbers }: { numbers: ChartNumbers }) {
  const columns = numbers.columns.map((title, index) => ({ title, dataIndex: index, key: index }));
  const rows = numbers.rows.map((cells, key) => ({ key: key as Key, ...Object.fromEntries(cells.map((cell, index) => [index, cell ?? '—'])) }));
  return <Table size="small" pagination={false} columns={columns} dataSource={rows} scroll={{ x: 'max-content' }} />;
}
