import type { CalibrationSubject, CalibrationView } from '@fairmark/contracts/calibration';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../ui/DataTable.js';
import { showCenti } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { textOf } from '../ui/text.js';
import { SubjectDrawer } from './SubjectDrawer.js';
import { ToneTag } from '../ui/ToneTag.js';

/** The people of the session with score, band and history. */
export function SubjectTable({ session }: { session: CalibrationView }) {
  const { t } = useTranslation('calibration');
  const [openId, setOpenId] = useState<string | null>(null);
  const opened = session.subjects.find((subject) => subject.reviewId === openId);
  const proposed = (subject: CalibrationSubject) => subject.changes.find((change) => change.state === 'proposed');
  return (
    <>
      <DataTable<CalibrationSubject>
        size="small" rowKey="reviewId" dataSource={session.subjects} pagination={{ pageSize: 50, hideOnSinglePage: true }}
        columns={[
          { title: t('column.person'), render: (_, one) => <Button type="link" style={{ padding: 0 }} onClick={() => setOpenId(one.reviewId)}>{personName(one.person)}</Button> },
          { title: t('column.manager'), render: (_, one) => (one.manager ? personName(one.manager) : '–') },
          { title: t('column.total'), align: 'right', sorter: (a, b) => (a.totalCenti ?? -1) - (b.totalCenti ?? -1), render: (_, one) => (one.totalCenti === null ? <Tag>{t(`standing.${one.standing}`)}</Tag> : showCenti(one.totalCenti)) },
          { title: t('column.band'), render: (_, one) => <>{one.band ?? '–'}{one.computedBand !== one.band && one.computedBand && <Tag style={{ marginInlineStart: 8 }}>{t('computed', { band: one.computedBand })}</Tag>}</> },
          { title: t('column.proposal'), render: (_, one) => { const change = proposed(one); return change ? <ToneTag tone="info">{change.from} → {change.to}</ToneTag> : null; } },
          { title: t('column.history'), render: (_, one) => one.history.map((entry) => `${textOf(entry.cycle)} ${entry.band ?? '–'}`).join('; ') || '–' },
          { title: '', render: (_, one) => <>{one.outlier.map((kind) => <ToneTag key={kind} tone="warn">{t(`outlier.${kind}`)}</ToneTag>)}{one.standing === 'deferred' && <Tag>{t('standing.deferred')}</Tag>}{one.shadow && <ToneTag tone="mark">{t('shadow')}</ToneTag>}</> },
        ]}
      />
      {opened && <SubjectDrawer session={session} subject={opened} onClose={() => setOpenId(null)} />}
    </>
  );
}
