import type { ScoringGridRow } from '@fairmark/contracts/scoring';
import { useParams } from '@tanstack/react-router';
import { Card, Collapse, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showCenti, showInstant } from '../ui/format.js';
import { PageTitle } from '../ui/PageTitle.js';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { GridTable } from './GridTable.js';
import { useScoringGrid } from './queries.js';
import { ScoreForm } from './ScoreForm.js';
import { SubmitAll, SubmittedNote } from './SubmitAll.js';
import { useSubmitAll } from './useSubmitAll.js';
import { ToneTag } from '../ui/ToneTag.js';

/** The scorer's grid: all own reports side by side, and each person's form below. */
export function ScoringGridPage() {
  const { t } = useTranslation('scoring');
  const { cycleId } = useParams({ strict: false }) as { cycleId: string };
  const grid = useScoringGrid(cycleId);
  // A form that closes saves what was typed a moment ago; the drafts are read again before they are sent.
  const [opened, setOpened] = useState<string[]>([]);
  const submission = useSubmitAll(async () => (await grid.refetch()).data?.rows ?? []);
  return (
    <>
      <PageTitle title={t('grid')}>{grid.data && <SubmitAll rows={grid.data.rows} submission={submission} onAsk={() => setOpened([])} />}</PageTitle>
      <SubmittedNote submission={submission} />
      <QueryState query={grid} isEmpty={({ rows }) => rows.length === 0} empty={<Empty description={t('nobody')} />}>
        {({ rows }) => (
          <>
            <Card size="small" style={{ marginBlockEnd: 16 }}><GridTable rows={rows} /></Card>
            <Collapse accordion destroyOnHidden activeKey={opened} onChange={(keys) => { setOpened([keys].flat()); void grid.refetch(); }} items={rows.filter((row) => row.state === 'open').map(entry)} />
          </>
        )}
      </QueryState>
    </>
  );
  function entry(row: ScoringGridRow) {
    const total = row.result?.totalCenti;
    const extra = <>{total !== null && total !== undefined && <ToneTag tone="info">{showCenti(total)}</ToneTag>}{row.dueAt && t('common:time.due', { at: showInstant(row.dueAt) })}</>;
    return { key: `${row.reviewId} ${row.segmentNo ?? 0}`, label: personName(row.employee), extra, children: <ScoreForm row={row} /> };
  }
}
