import type { ProgressBlock, ProgressItem, ProgressView } from '@fairmark/contracts/scoring';
import { ArrowDownOutlined, ArrowUpOutlined, MinusOutlined } from '@ant-design/icons';
import { Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/DataTable.js';
import { showBp, showCenti } from '../ui/format.js';
import { QueryState } from '../ui/QueryState.js';
import { showQuantity } from '../ui/quantity.js';
import { textOf } from '../ui/text.js';
import { ItemDetail } from './ItemDetail.js';
import { useProgress } from './queries.js';
import { ReportValue } from './ReportValue.js';

const trendIcon = { up: <ArrowUpOutlined />, down: <ArrowDownOutlined />, flat: <MinusOutlined /> };

/** Indicator values against their targets as they build up, with source, batch and quality. */
export function ProgressSection({ reviewId }: { reviewId: string }) {
  return <QueryState query={useProgress(reviewId)}>{(view) => <Progress view={view} />}</QueryState>;
}

function Progress({ view }: { view: ProgressView }) {
  const { t } = useTranslation('scoring');
  return (
    <Flex vertical gap={16}>
      <Typography.Text type="secondary">{t('asOf', { date: view.asOf })}</Typography.Text>
      {view.blocks.map((block) => <Block key={block.code} block={block} />)}
      {view.mayReport && <ReportValue view={view} />}
    </Flex>
  );
}

function Block({ block }: { block: ProgressBlock }) {
  const { t } = useTranslation('scoring');
  return (
    <DataTable<ProgressItem>
      size="small" pagination={false} rowKey="itemId" dataSource={block.items}
      title={() => <Typography.Text strong>{textOf(block.name)} · {showBp(block.weightBp)}</Typography.Text>}
      expandable={{ expandedRowRender: (item) => <ItemDetail values={item.values} steps={item.steps} quality={item.quality} />, rowExpandable: (item) => item.values.length > 0 || item.steps.length > 0 }}
      columns={[
        { title: t('column.item'), render: (_, item) => textOf(item.name) },
        { title: t('column.weight'), dataIndex: 'weightBp', render: showBp, align: 'right' },
        { title: t('column.target'), align: 'right', render: (_, item) => (item.target === null ? '–' : showQuantity(item.target, item.unit)) },
        { title: t('column.value'), align: 'right', render: (_, item) => <>{item.value === null ? <Tag>{t(`itemState.${item.state}`)}</Tag> : showQuantity(item.value, item.unit)} {item.trend && trendIcon[item.trend]}</> },
        { title: t('column.score'), align: 'right', render: (_, item) => (item.scoreCenti === null ? '–' : showCenti(item.scoreCenti)) },
      ]}
    />
  );
}
