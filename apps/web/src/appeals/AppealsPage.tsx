import type { AppealLine } from '@fairmark/contracts/appeals';
import { Link } from '@tanstack/react-router';
import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/DataTable.js';
import { showInstant } from '../ui/format.js';
import { PageTitle } from '../ui/PageTitle.js';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { nameOf } from '../ui/text.js';
import { useAppeals } from './queries.js';
import { ToneTag } from '../ui/ToneTag.js';

/** The appeal desk: own cases, cases to check, to hear or to answer, and those of HR's departments. */
export function AppealsPage() {
  const { t } = useTranslation('appeals');
  return (
    <>
      <PageTitle title={t('title')} />
      <QueryState query={useAppeals()} isEmpty={({ appeals }) => appeals.length === 0} empty={<Empty description={t('none')} />}>
        {({ appeals }) => (
          <DataTable<AppealLine>
            rowKey="id" pagination={false} dataSource={appeals}
            columns={[
              { title: t('column.person'), render: (_, one) => <Link to="/appeals/$appealId" params={{ appealId: one.id }}>{personName(one.employee)} · {t(`about.${one.about}`)}</Link> },
              { title: t('column.cycle'), render: (_, one) => nameOf(one.cycle) },
              { title: t('column.state'), render: (_, one) => <ToneTag tone={one.step === 'closed' ? 'neutral' : 'info'}>{one.closedAs ? t(`ending.${one.closedAs}`) : t(`steps:phase.${one.step}`)}</ToneTag> },
              { title: t('column.role'), render: (_, one) => <>{t(`reader.${one.reader}`)} {one.mine && <ToneTag tone="warn">{t('waitsForMe')}</ToneTag>}</> },
              { title: t('column.filed'), render: (_, one) => showInstant(one.filedAt) },
              { title: t('column.due'), render: (_, one) => (one.dueAt ? showInstant(one.dueAt) : '–') },
            ]}
          />
        )}
      </QueryState>
    </>
  );
}
