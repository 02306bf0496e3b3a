import type { CalibrationSummary } from '@fairmark/contracts/calibration';
import { Link } from '@tanstack/react-router';
import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/DataTable.js';
import { showInstant } from '../ui/format.js';
import { PageTitle } from '../ui/PageTitle.js';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { nameOf } from '../ui/text.js';
import { useCalibrationSessions } from './queries.js';
import { ToneTag } from '../ui/ToneTag.js';

/** The sessions of which somebody is a member, or HR in its scope. */
export function CalibrationListPage() {
  const { t } = useTranslation('calibration');
  return (
    <>
      <PageTitle title={t('title')} />
      <QueryState query={useCalibrationSessions()} isEmpty={({ sessions }) => sessions.length === 0} empty={<Empty description={t('none')} />}>
        {({ sessions }) => (
          <DataTable<CalibrationSummary>
            rowKey="id" pagination={false} dataSource={sessions}
            columns={[
              { title: t('column.department'), render: (_, one) => <Link to="/calibration/$sessionId" params={{ sessionId: one.id }}>{nameOf(one.department)}{one.supplementary ? ` · ${t('supplementary')}` : ''}</Link> },
              { title: t('column.state'), render: (_, one) => <ToneTag tone={one.state === 'open' ? 'info' : 'neutral'}>{t(`state.${one.state}`)}</ToneTag> },
              { title: t('column.chair'), render: (_, one) => personName(one.chair) },
              { title: t('column.scored'), align: 'right', render: (_, one) => `${one.scored} / ${one.people}` },
              { title: t('column.due'), render: (_, one) => (one.dueAt ? showInstant(one.dueAt) : '–') },
            ]}
          />
        )}
      </QueryState>
    </>
  );
}
