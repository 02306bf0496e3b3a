import type { ScoringGridRow } from '@fairmark/contracts/scoring';
import { Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table/index.js';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/DataTable.js';
import { showCenti } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { textOf } from '../ui/text.js';

/** One column for each item that at least two people share; points or computed scores in the cells. */
function itemColumns(rows: readonly ScoringGridRow[]): ColumnsType<ScoringGridRow> {
  const names = new Map<string, { label: string; count: number }>();
  for (const item of rows.flatMap((row) => row.items)) {
    const key = keyOf(item.itemId);
    names.set(key, { label: textOf(item.name), count: (names.get(key)?.count ?? 0) + 1 });
  }
  const shared = [...names].filter(([, { count }]) => count > 1 || rows.length === 1);
  return shared.map(([key, { label }]) => ({ title: label, key, align: 'right', onHeaderCell: () => ({ style: { minWidth: 88 } }), render: (_, row) => cell(row, key) }));
}

/** The indicator without its community: people of different communities share a column. */
const keyOf = (itemId: string): string => itemId.slice(itemId.indexOf('.') + 1);

function cell(row: ScoringGridRow, key: string): string {
  const scores = row.items.filter((item) => keyOf(item.itemId) === key).map((item) => {
    const drafted = row.draft?.items.find((one) => one.itemId === item.itemId)?.score;
    const computed = row.result?.items.find((one) => one.itemId === item.itemId)?.scoreCenti;
    return drafted !== null && drafted !== undefined ? String(drafted) : computed === null || computed === undefined ? '–' : showCenti(computed);
  });
  return scores.join(' / ');
}

/** The name stays in sight while the items are scrolled. */
const sticky = { position: 'sticky', insetInlineStart: 0, zIndex: 1, background: '#fff', whiteSpace: 'nowrap' } as const;

/** All reports side by side, so that the same is scored the same. */
export function GridTable({ rows }: { rows: readonly ScoringGridRow[] }) {
  const { t } = useTranslation('scoring');
  return (
    <DataTable<ScoringGridRow>
      size="small" pagination={false} rowKey={(row) => `${row.reviewId} ${row.segmentNo ?? 0}`} dataSource={[...rows]} style={{ width: 'max-content', minWidth: '100%' }}
      columns={[
        { title: t('column.person'), onCell: () => ({ style: sticky }), render: (_, row) => personName(row.employee) },
        { title: t('column.state'), render: (_, row) => <Tag>{t(`rowState.${row.state}`)}</Tag> },
        ...itemColumns(rows),
        { title: t('total'), align: 'right', render: (_, row) => (row.result?.totalCenti === null || row.result?.totalCenti === undefined ? '–' : showCenti(row.result.totalCenti)) },
      ]}
    />
  );
}
