import type { CollaboratorCandidates, ReviewView } from '@fairmark/contracts/reviews';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Select, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '../api/client.js';
import { useDecision } from '../api/useDecision.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

/** People who may be named for a review, with their department. */
export function useCandidates(reviewId: string) {
  return useQuery({ queryKey: ['review', reviewId, 'candidates'], queryFn: ({ signal }) => read<CollaboratorCandidates>(`/reviews/${reviewId}/collaborator-candidates`, signal) });
}

/** One to five collaborators, at least one from another department; the manager confirms them. */
export function ProposeCollaborators({ review, visitId }: { review: ReviewView; visitId: string }) {
  const { t } = useTranslation('selfReview');
  const [chosen, setChosen] = useState<string[]>([]);
  const candidates = useCandidates(review.id);
  const decision = useDecision({ visitId });
  const named = [...(review.collaboration?.asked ?? []), ...(review.collaboration?.proposed ?? [])];
  return (
    <Card size="small" title={t('collaborators.title')} style={{ marginBlockEnd: 16 }}>
      {named.length > 0
        ? <Typography.Text>{t('collaborators.named', { names: named.map(personName).join(t('common:listSeparator')) })}</Typography.Text>
        : (
          <Flex wrap gap={8}>
            <Select
              aria-label={t('collaborators.title')}
              mode="multiple" maxCount={5} style={{ minWidth: 260, flex: 1 }} placeholder={t('collaborators.placeholder')} value={chosen} onChange={setChosen} optionFilterProp="label" loading={candidates.isLoading}
              options={(candidates.data?.people ?? []).map((person) => ({ value: person.id, label: `${personName(person)} · ${person.department}` }))}
            />
            <Button disabled={chosen.length === 0} loading={decision.isPending} onClick={() => decision.mutate({ action: 'proposeCollaborators', body: { employeeIds: chosen } })}>{t('collaborators.propose')}</Button>
          </Flex>
        )}
      {decision.isError && <ProblemAlert error={decision.error} onRetry={() => decision.variables && decision.mutate(decision.variables)} />}
    </Card>
  );
}
