import type { VisitView } from '@fairmark/contracts/inbox';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { BeginForm } from './BeginForm.js';

/** What the open visit of a wave asks for. */
export function WaveVisit({ visit }: { visit: VisitView }) {
  if (visit.actions.length === 0) return null;
  switch (visit.step) {
    case 'preparation': return <BeginForm visitId={visit.id} />;
    case 'wavePause': return <OneAct visitId={visit.id} action="resume" />;
    default: return <OneAct visitId={visit.id} action="complete" />;
  }
}

/** One decision without anything to write. */
function OneAct({ visitId, action }: { visitId: string; action: 'complete' | 'resume' }) {
  const { t } = useTranslation('waves');
  const decision = useDecision({ visitId });
  return (
    <>
      {decision.isError && <ProblemAlert error={decision.error} />}
      <Button type="primary" loading={decision.isPending} onClick={() => decision.mutate({ action, body: {} })}>{t(`act.${action}`)}</Button>
    </>
  );
}
