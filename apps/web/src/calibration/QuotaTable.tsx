import type { CalibrationView } from '@fairmark/contracts/calibration';
import { Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/DataTable.js';
import { nameOf } from '../ui/text.js';
import { ToneTag } from '../ui/ToneTag.js';

/** Numbers that the quota asks for against what there is. */
export function QuotaTable({ session }: { session: CalibrationView }) {
  const { t } = useTranslation('calibration');
  const { distribution, quotas } = session;
  const people = t('quota.people', { headCount: distribution.headCount, rated: distribution.rated, unscored: distribution.unscored, notRated: distribution.notRated, deferred: distribution.deferred, shadow: distribution.shadow });
  return (
    <Flex vertical gap={8}>
      <Typography.Text type="secondary">{people}</Typography.Text>
      {quotas === null && <Typography.Text type="secondary">{t('quota.hidden')}</Typography.Text>}
      {(quotas ?? []).map((quota) => (
        <div key={quota.department.id}>
          <Typography.Text strong>{nameOf(quota.department)}</Typography.Text> <Tag>{t(`quota.mode.${quota.applies}`)}</Tag>{quota.applies !== 'none' && <ToneTag tone={quota.met ? 'good' : 'warn'}>{t(quota.met ? 'quota.met' : 'quota.missed')}</ToneTag>}
          {quota.lines.length > 0 && (
            <DataTable
              size="small" pagination={false} rowKey={(line) => `${line.band} ${line.kind}`} dataSource={quota.lines}
              columns={[
                { title: t('column.band'), dataIndex: 'band' },
                { title: t('quota.asked'), render: (_, line) => (line.kind === 'exact' ? line.least : line.kind === 'minimum' ? `≥ ${line.least}` : `≤ ${line.most ?? line.least}`) },
                { title: t('quota.there'), dataIndex: 'count', align: 'right' },
                { title: t('quota.off'), render: (_, line) => (line.off === 0 ? '–' : <ToneTag tone="warn">{line.off > 0 ? `+${line.off}` : line.off}</ToneTag>), align: 'right' },
              ]}
            />
          )}
        </div>
      ))}
    </Flex>
  );
}
