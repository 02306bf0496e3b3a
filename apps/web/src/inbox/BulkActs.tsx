import type { BulkDecision, BulkDecisionAnswer } from '@fairmark/contracts/approvals';
import type { InboxBox, InboxItem } from '@fairmark/contracts/inbox';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { asProblem } from '../api/problem.js';
import { OperatorBar, type Act } from '../approvals/case/OperatorBar.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { ReasonModal } from '../ui/ReasonModal.js';
import { BulkResults } from './BulkResults.js';
import { mayChoose } from './bulk.js';

interface Props {
  box: InboxBox;
  items: readonly InboxItem[];
  chosen: readonly string[];
  onChoose: (ids: readonly string[]) => void;
}

/** The same decision on several items; each has a result of its own. */
export function BulkActs({ box, items, chosen, onChoose }: Props) {
  const { t } = useTranslation('inbox');
  const client = useQueryClient();
  const [rejecting, setRejecting] = useState(false);
  const key = useRef(crypto.randomUUID());
  const decide = useMutation({
    mutationFn: async (body: BulkDecision) => ({ names: items, answer: await request<BulkDecisionAnswer>('POST', '/visits/decisions', { body, idempotencyKey: key.current }) }),
    // The key stays only while nobody knows whether the request was taken.
    onSuccess: () => { key.current = crypto.randomUUID(); onChoose([]); },
    onError: (error) => { if (!asProblem(error).outcomeUnknown) key.current = crypto.randomUUID(); },
    onSettled: () => client.invalidateQueries(),
  });
  const all = items.filter((item) => mayChoose(item, box)).flatMap(({ visitId }) => (visitId ? [visitId] : []));
  const send = (action: BulkDecision['action'], body: Record<string, unknown> = {}) => decide.mutate({ action, visitIds: [...chosen], body }, { onSettled: () => setRejecting(false) });
  const acts: Act[] = box === 'copied'
    ? [{ key: 'read', label: t('bulk.read', { count: chosen.length }), onClick: () => send('read') }]
    : [{ key: 'approve', label: t('bulk.approve', { count: chosen.length }), onClick: () => send('approve') }, { key: 'reject', label: t('bulk.reject', { count: chosen.length }), danger: true, onClick: () => setRejecting(true) }];
  return (
    <Flex vertical gap={8} style={{ marginBlockStart: 12 }}>
      {decide.isError && <ProblemAlert error={decide.error} onRetry={() => decide.variables && decide.mutate(decide.variables)} />}
      {decide.data && <BulkResults results={decide.data.answer.results} items={decide.data.names} />}
      <Button type="link" style={{ alignSelf: 'flex-start', padding: 0 }} onClick={() => onChoose(chosen.length === all.length ? [] : all)}>{t(chosen.length === all.length ? 'bulk.none' : 'bulk.all')}</Button>
      {chosen.length > 0 && <OperatorBar acts={acts} busy={decide.isPending} />}
      <ReasonModal open={rejecting} title={t('bulk.reject', { count: chosen.length })} busy={decide.isPending} onCancel={() => setRejecting(false)} onReason={(comment) => send('reject', { comment })} />
    </Flex>
  );
}
