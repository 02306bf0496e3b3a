import type { ApprovalOffer, ApprovalView } from '@fairmark/contracts/approvals';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../../api/useDecision.js';
import { actionOf, inOrder, operatorBody, type OperatorName, type OperatorValues } from './operators.js';

/** Acts on the whole case; of a case inside another process they go over a visit that is open, else over the last one. */
const CASE_ACTS: readonly string[] = ['withdraw', 'nudge', 'resubmit', 'comment'];

function caseTarget(view: ApprovalView): { visitId: string } | { kind: string; id: string } {
  if (view.process.kind === 'approval') return { kind: 'approval', id: view.process.id };
  const visitId = view.waiting[0]?.visitId ?? view.timeline.findLast((entry) => entry.visitId !== null)?.visitId ?? '';
  return { visitId };
}

/** What the reader may do in the chosen task and with the whole case, and how it is sent. */
export function useOperators(view: ApprovalView, offer: ApprovalOffer | undefined) {
  const { t } = useTranslation('approvals');
  const { message } = App.useApp();
  const onTask = useDecision({ visitId: offer?.visitId ?? '' });
  const onCase = useDecision(caseTarget(view));
  const ofTask = offer?.operators ?? [];
  const offered = inOrder([...new Set([...ofTask, ...view.acts.filter((act) => CASE_ACTS.includes(act))])]);
  const send = (name: OperatorName, values: OperatorValues, onDone: () => void) => {
    const decision = ofTask.includes(actionOf(name)) ? onTask : onCase;
    const body = operatorBody(name, view.purpose, values);
    decision.mutate({ action: actionOf(name), body }, { onSuccess: () => { void message.success(t('operatorDone', { operator: t(`operator.${actionOf(name)}`) })); onDone(); } });
  };
  const failed = [onTask, onCase].find((one) => one.isError);
  const retry = () => failed?.variables && failed.mutate(failed.variables);
  const forget = () => {
    onTask.reset();
    onCase.reset();
  };
  return { offered, send, forget, busy: onTask.isPending || onCase.isPending, error: failed?.error, retry };
}

export type Operators = ReturnType<typeof useOperators>;
