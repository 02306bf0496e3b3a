import type { RolloutView } from '@fairmark/contracts/rollouts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { ReasonModal } from '../ui/ReasonModal.js';
import { UsePlanVersion } from './UsePlanVersion.js';

/** Acts that need no form, and those that need one text: its name in the body. */
const plain = ['requestPlanReview', 'requestGate', 'startPilot'] as const;
const withText = { hold: 'reason', resume: 'reason', grantPilot: 'reason', startWave: 'name' } as const;
type WithText = keyof typeof withText;

/** Acts on the whole rollout that are offered now. */
export function RolloutActs({ rollout }: { rollout: RolloutView }) {
  const { t } = useTranslation('rollouts');
  const [asking, setAsking] = useState<WithText | null>(null);
  const [choosing, setChoosing] = useState(false);
  const decision = useDecision({ kind: 'rollout', id: rollout.id });
  const offered = (act: string): boolean => rollout.acts.includes(act);
  // The gate of the first phase is about a version of the plan.
  const mayAsk = rollout.readiness.mayAsk && (rollout.phase !== 'design' || rollout.planVersion !== null);
  const send = (action: string, body: Record<string, unknown>) => decision.mutate({ action, body }, { onSuccess: () => setAsking(null) });
  return (
    <>
      {plain.filter(offered).map((act) => <Button key={act} type={act === 'requestGate' ? 'primary' : 'default'} disabled={act === 'requestGate' && !mayAsk} loading={decision.isPending} onClick={() => send(act, {})}>{t(`act.${act}`)}</Button>)}
      {(Object.keys(withText) as WithText[]).filter(offered).map((act) => <Button key={act} onClick={() => setAsking(act)}>{t(`act.${act}`)}</Button>)}
      {offered('usePlanVersion') && <Button onClick={() => setChoosing(true)}>{t('act.usePlanVersion')}</Button>}
      {decision.isError && <ProblemAlert error={decision.error} />}
      {asking && <ReasonModal open title={t(`act.${asking}`)} {...(asking === 'startWave' ? { label: t('column.name') } : {})} busy={decision.isPending} onCancel={() => setAsking(null)} onReason={(text) => send(asking, { [withText[asking]]: text })} />}
      {choosing && <UsePlanVersion rollout={rollout} onClose={() => setChoosing(false)} />}
    </>
  );
}
