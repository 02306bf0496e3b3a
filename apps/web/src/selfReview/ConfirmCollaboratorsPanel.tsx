import { Button, Flex, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import type { PanelProps } from '../reviews/panels.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { ReasonModal } from '../ui/ReasonModal.js';
import { useCandidates } from './ProposeCollaborators.js';

/** The manager confirms, replaces or refuses the collaborators that the employee named. */
export function ConfirmCollaboratorsPanel({ review, task }: PanelProps) {
  const { t } = useTranslation('selfReview');
  const [chosen, setChosen] = useState(() => (review.collaboration?.proposed ?? []).map((person) => person.id));
  const [refusing, setRefusing] = useState(false);
  const candidates = useCandidates(review.id);
  const decision = useDecision({ visitId: task.visitId });
  const people = [...(review.collaboration?.proposed ?? []), ...(candidates.data?.people ?? [])];
  const options = [...new Map(people.map((person) => [person.id, { value: person.id, label: personName(person) }])).values()];
  return (
    <Flex vertical gap={12}>
      <Select mode="multiple" maxCount={5} value={chosen} onChange={setChosen} options={options} optionFilterProp="label" aria-label={t('collaborators.title')} />
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
      <Flex gap={8}>
        <Button type="primary" disabled={chosen.length === 0} loading={decision.isPending} onClick={() => decision.mutate({ action: 'confirm', body: { employeeIds: chosen } })}>{t('common:action.confirm')}</Button>
        <Button onClick={() => setRefusing(true)}>{t('collaborators.refuse')}</Button>
      </Flex>
      <ReasonModal open={refusing} title={t('collaborators.refuse')} busy={decision.isPending} onCancel={() => setRefusing(false)} onReason={(reason) => decision.mutate({ action: 'return', body: { reason } }, { onSettled: () => setRefusing(false) })} />
    </Flex>
  );
}
