import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem.js';
import { problemText } from './problemText.js';

/** Shows an error answer: what happened and what to do now, with the number under which the log has it. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const problem = asProblem(error);
  const retry = onRetry && <Button size="small" onClick={onRetry}>{t(problem.outcomeUnknown ? 'action.repeat' : 'action.retry')}</Button>;
  return (
    <Alert
      type={problem.outcomeUnknown ? 'warning' : 'error'} showIcon role="alert" title={problemText(t, problem)} action={retry}
      description={problem.body.errorId ? `${t('problems:errorId')} ${problem.body.errorId}` : undefined}
    />
  );
}
