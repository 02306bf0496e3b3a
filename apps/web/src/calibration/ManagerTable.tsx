import type { CalibrationView } from '@fairmark/contracts/calibration';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/DataTable.js';
import { showCenti } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { ToneTag } from '../ui/ToneTag.js';

const points = (centi: number | null): string => (centi === null ? '–' : showCenti(centi));

/** Mean and spread of each manager against the group: who scores strictly, who leniently. */
export function ManagerTable({ session }: { session: CalibrationView }) {
  const { t } = useTranslation('calibration');
  return (
    <DataTable
      size="small" pagination={false} rowKey={(one) => one.manager.id} dataSource={session.managers}
      title={() => t('managers.group', { mean: points(session.group.meanCenti), spread: points(session.group.spreadCenti), people: session.group.people })}
      columns={[
        { title: t('column.manager'), render: (_, one) => personName(one.manager) },
        { title: t('column.people'), dataIndex: 'people', align: 'right' },
        { title: t('managers.mean'), dataIndex: 'meanCenti', render: points, align: 'right' },
        { title: t('managers.spread'), dataIndex: 'spreadCenti', render: points, align: 'right' },
        { title: t('managers.difference'), dataIndex: 'differenceCenti', render: points, align: 'right' },
        { title: '', render: (_, one) => one.flags.map((flag) => <ToneTag key={flag} tone="warn">{t(`managers.flag.${flag}`)}</ToneTag>) },
      ]}
    />
  );
}
