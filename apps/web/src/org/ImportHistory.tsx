import { Button, Card, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/DataTable.js';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { useImports } from './queries.js';

/** Earlier imports: who, when, what became of them. */
export function ImportHistory({ onOpen }: { onOpen: (importId: string) => void }) {
  const { t } = useTranslation('org');
  return (
    <Card size="small" title={t('import.history')}>
      <QueryState query={useImports()} isEmpty={({ imports }) => imports.length === 0}>
        {({ imports }) => (
          <DataTable
            size="small" rowKey="id" dataSource={imports} pagination={{ pageSize: 10, hideOnSinglePage: true }}
            columns={[
              { title: t('import.column.at'), render: (_, one) => showInstant(one.createdAt) },
              { title: t('import.column.by'), render: (_, one) => (one.uploadedBy ? personName(one.uploadedBy) : '–') },
              { title: t('import.column.changes'), align: 'right', render: (_, one) => one.changeCount ?? '–' },
              { title: '', render: (_, one) => <Tag>{t(`import.state.${one.state}`)}</Tag> },
              { title: '', render: (_, one) => <Button size="small" onClick={() => onOpen(one.id)}>{t('common:action.open')}</Button> },
            ]}
          />
        )}
      </QueryState>
    </Card>
  );
}
