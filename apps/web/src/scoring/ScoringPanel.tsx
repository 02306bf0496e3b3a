import type { ScoringGridRow } from '@fairmark/contracts/scoring';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PanelProps } from '../reviews/panels.js';
import { QueryState } from '../ui/QueryState.js';
import { useScoringGrid } from './queries.js';
import { ScoreForm } from './ScoreForm.js';

/** Scoring one person: the row of the scorer's grid as a form. */
export function ScoringPanel({ review, task }: PanelProps) {
  const { t } = useTranslation('scoring');
  const grid = useScoringGrid(review.cycle.id);
  const rowOf = (rows: readonly ScoringGridRow[]) => rows.find((row) => row.visitId === task.visitId);
  return (
    <QueryState query={grid}>
      {({ rows }) => {
        const row = rowOf(rows);
        return row ? <ScoreForm row={row} /> : <Alert type="info" title={t('rowGone')} />;
      }}
    </QueryState>
  );
}
