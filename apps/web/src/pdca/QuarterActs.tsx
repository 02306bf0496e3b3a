import type { QuarterView } from '@fairmark/contracts/pdca';
import { Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { AdjustActs } from './AdjustActs.js';
import { EffectForm } from './EffectForm.js';
import { ReviewForm } from './ReviewForm.js';

/** What waits for the reader in this quarter. */
export function QuarterActs({ view }: { view: QuarterView }) {
  const { t } = useTranslation('pdca');
  const visit = view.visits.find(({ mine }) => mine);
  if (!visit) return null;
  return (
    <Card size="small" title={`${t('section.act')} · ${t(`steps:step.${visit.step}`)}`}>
      {visit.step === 'quarterReview' && <ReviewForm visitId={visit.id} />}
      {visit.step === 'adjustment' && <AdjustActs visitId={visit.id} view={view} />}
      {visit.step === 'effect' && <EffectForm visitId={visit.id} view={view} />}
      {visit.step === 'quarterPause' && <Resume visitId={visit.id} />}
    </Card>
  );
}

function Resume({ visitId }: { visitId: string }) {
  const { t } = useTranslation('pdca');
  const decide = useDecision({ visitId });
  return <>{decide.isError && <ProblemAlert error={decide.error} />}<Button type="primary" loading={decide.isPending} onClick={() => decide.mutate({ action: 'resume', body: {} })}>{t('resume')}</Button></>;
}
