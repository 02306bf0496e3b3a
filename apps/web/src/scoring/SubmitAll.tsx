import type { ScoringGridRow } from '@fairmark/contracts/scoring';
import { Alert, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { personName } from '../ui/PersonName.js';
import { problemText } from '../ui/problemText.js';
import { colon } from '../ui/punctuation.js';
import { isComplete } from './scoreValues.js';
import type { useSubmitAll } from './useSubmitAll.js';

type Submission = ReturnType<typeof useSubmitAll>;

interface Props {
  rows: readonly ScoringGridRow[];
  submission: Submission;
  /** The question is asked: forms that are open close and save. */
  onAsk: () => void;
}

/** Asks once, then submits everybody whose scores are complete. */
export function SubmitAll({ rows, submission, onAsk }: Props) {
  const { t } = useTranslation('scoring');
  const count = rows.filter(isComplete).length;
  return (
    <Popconfirm title={t('submitAllConfirm')} onOpenChange={(open) => open && onAsk()} onConfirm={() => submission.mutate()} disabled={count === 0}>
      <Button type="primary" disabled={count === 0} loading={submission.isPending}>{t('submitAll', { count })}</Button>
    </Popconfirm>
  );
}

/** How many were submitted, and who was not, each with the reason. */
export function SubmittedNote({ submission }: { submission: Submission }) {
  const { t } = useTranslation('scoring');
  const { data, error } = submission;
  if (error) return <ProblemAlert error={error} />;
  if (!data) return null;
  const refused = data.refused.map(({ reviewId, employee, problem }) => <li key={reviewId}>{personName(employee)}{colon()}{problemText(t, problem)}</li>);
  return (
    <Alert
      type={refused.length > 0 ? 'warning' : 'success'} showIcon style={{ marginBlockEnd: 16 }} title={t(refused.length > 0 ? 'submittedSome' : 'submittedAll', { count: data.submitted, refused: refused.length })}
      description={refused.length > 0 ? <ul style={{ margin: 0, paddingInlineStart: 20 }}>{refused}</ul> : undefined}
    />
  );
}
