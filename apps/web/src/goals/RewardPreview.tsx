import type { RewardPreviewLine } from '@fairmark/contracts/plans';
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/DataTable.js';
import { showBp, showCents } from '../ui/format.js';
import { textOf } from '../ui/text.js';

/** What each result would pay, before goals are agreed: effort → performance → reward. */
export function RewardPreview({ lines }: { lines: readonly RewardPreviewLine[] }) {
  const { t } = useTranslation('goals');
  return (
    <>
      <Typography.Title level={5} style={{ marginBlockStart: 0 }}>{t('reward.title')}</Typography.Title>
      <DataTable
        size="small" pagination={false} rowKey="band" dataSource={[...lines]} style={{ marginBlockEnd: 16 }}
        columns={[
          { title: t('reward.band'), render: (_, line) => `${line.band} ${textOf(line.name)}` },
          { title: t('reward.coefficient'), dataIndex: 'coefficientBp', render: showBp, align: 'right' },
          { title: t('reward.own'), dataIndex: 'ownCents', render: showCents, align: 'right' },
          { title: t('reward.team'), dataIndex: 'teamCents', render: showCents, align: 'right' },
        ]}
      />
    </>
  );
}
