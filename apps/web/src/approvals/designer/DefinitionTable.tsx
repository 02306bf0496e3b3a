import type { DefinitionView } from '@fairmark/contracts/approvals';
import { Link } from '@tanstack/react-router';
import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/DataTable.js';
import { QueryState } from '../../ui/QueryState.js';
import { textOf } from '../../ui/text.js';
import { ToneTag } from '../../ui/ToneTag.js';
import { useDefinitions } from '../queries.js';

const tone = { draft: 'warn', published: 'good', retired: 'neutral' } as const;

/** Every process with its versions, newest first, and how many cases run with them. */
export function DefinitionTable() {
  const { t } = useTranslation('approvals');
  return (
    <QueryState query={useDefinitions()} isEmpty={({ definitions }) => definitions.length === 0}>
      {({ definitions }) => (
        <DataTable<DefinitionView>
          rowKey="id" pagination={false} dataSource={definitions}
          columns={[
            { title: t('column.name'), onCell: () => ({ style: { minWidth: 168 } }), render: (_, one) => <><Link to="/approval-definitions/$definition" params={{ definition: one.id }}>{one.title ? textOf(one.title) : one.id}</Link><br /><Typography.Text type="secondary">{one.id}</Typography.Text></> },
            { title: t('column.kind'), render: (_, one) => (one.kind ? t(`kind.${one.kind}`) : '–') },
            { title: t('column.versions'), render: (_, one) => <Flex wrap gap={4}>{one.versions.map(({ version, state }) => <Link key={version} to="/approval-definitions/$definition" params={{ definition: one.id }} search={{ version } as never}><ToneTag tone={tone[state]}>v{version} {t(`state.${state}`)}</ToneTag></Link>)}</Flex> },
            { title: t('column.uses'), render: (_, one) => one.purposes.map((purpose) => t(`purpose.${purpose}`)).join(t('common:listSeparator')) || '–' },
            { title: t('column.running'), align: 'right', render: (_, one) => one.versions.reduce((sum, { running }) => sum + running, 0) },
          ]}
        />
      )}
    </QueryState>
  );
}
