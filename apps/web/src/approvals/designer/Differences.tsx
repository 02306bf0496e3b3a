import type { DefinitionDifference, DefinitionVersion } from '@fairmark/contracts/approvals';
import { Empty, Flex, Select, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/DataTable.js';
import { QueryState } from '../../ui/QueryState.js';
import { textOf } from '../../ui/text.js';
import { ToneTag } from '../../ui/ToneTag.js';
import { useDifferences } from '../queries.js';
import type { EditedDocument } from './document.js';
import { allNodes } from './walk.js';

const tone = { added: 'good', removed: 'bad', changed: 'info', moved: 'warn' } as const;
const shown = (value: unknown): string => (value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value));

interface Props {
  definition: string;
  versions: readonly DefinitionVersion[];
  version: number;
  document: EditedDocument;
}

/** What changed between two versions, node by node. */
export function Differences({ definition, versions, version, document }: Props) {
  const { t } = useTranslation('approvals');
  const older = versions.filter((one) => one.version < version).map((one) => one.version);
  const [from, setFrom] = useState<number | undefined>(older[0]);
  const query = useDifferences(definition, from, version);
  if (from === undefined) return <Empty description={t('differences.first')} />;
  const nameOf = (id: string): string => {
    const node = allNodes(document).find((one) => one.node.id === id)?.node;
    return node?.title ? textOf(node.title) : id;
  };
  return (
    <Flex vertical gap={12}>
      <Flex align="center" gap={8}>{t('differences.against')}<Select aria-label={t('differences.against')} value={from} onChange={setFrom} options={older.map((value) => ({ value, label: `v${value}` }))} style={{ width: 100 }} />→ v{version}</Flex>
      <QueryState query={query} isEmpty={({ differences }) => differences.length === 0} empty={<Empty description={t('differences.none')} />}>
        {({ differences }) => (
          <DataTable<DefinitionDifference>
            size="small" pagination={false} rowKey={(one) => `${one.path} ${one.change}`} dataSource={differences}
            columns={[
              { title: t('differences.change'), render: (_, one) => <ToneTag tone={tone[one.change]}>{t(`differences.${one.change}`)}</ToneTag> },
              { title: t('differences.where'), render: (_, one) => <>{one.nodeId ? nameOf(one.nodeId) : t('findings.process')} <Typography.Text type="secondary" code>{one.nodeId ? one.path.split('.').slice(2).join('.') || t('differences.node') : one.path}</Typography.Text></> },
              { title: t('differences.before'), render: (_, one) => <Typography.Text style={{ overflowWrap: 'anywhere' }}>{one.change === 'moved' ? '' : shown(one.before)}</Typography.Text> },
              { title: t('differences.after'), render: (_, one) => <Typography.Text style={{ overflowWrap: 'anywhere' }}>{one.change === 'moved' ? '' : shown(one.after)}</Typography.Text> },
            ]}
          />
        )}
      </QueryState>
    </Flex>
  );
}
