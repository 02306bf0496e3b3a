import type { ScoringGridRow } from '@fairmark/contracts/scoring';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { decideVisit } from '../api/decisions.js';
import { asProblem } from '../api/problem.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { isComplete, scoresToSend, startScores } from './scoreValues.js';

interface Props {
  rows: readonly ScoringGridRow[];
  /** Reads the drafts as they are saved now. */
  onAsked: () => Promise<readonly ScoringGridRow[]>;
}

/** Submits everybody whose judged items all have points in the saved draft; one refusal stops the rest and is shown. */
export function SubmitAll({ rows, onAsked }: Props) {
  const { t } = useTranslation('scoring');
  const client = useQueryClient();
  const keys = useRef(new Map<string, string>());
  const keyOf = (visitId: string): string => {
    const key = keys.current.get(visitId) ?? crypto.randomUUID();
    keys.current.set(visitId, key);
    return key;
  };
  const submit = useMutation({
    mutationFn: async () => {
      const complete = (await onAsked()).filter(isComplete);
      for (const row of complete) if (row.visitId) await decideVisit(row.visitId, 'submit', scoresToSend(row, startScores(row)), keyOf(row.visitId));
      return complete.length;
    },
    onError: (error) => {
      if (!asProblem(error).outcomeUnknown) keys.current.clear();
    },
    onSettled: () => client.invalidateQueries(),
  });
  const count = rows.filter(isComplete).length;
  return (
    <>
      {submit.isError && <ProblemAlert error={submit.error} />}
      {submit.isSuccess && <Alert type="success" showIcon title={t('submittedAll', { count: submit.data })} />}
      <Popconfirm title={t('submitAllConfirm')} onConfirm={() => submit.mutate()} disabled={count === 0}>
        <Button type="primary" disabled={count === 0} loading={submit.isPending}>{t('submitAll', { count })}</Button>
      </Popconfirm>
    </>
  );
}
