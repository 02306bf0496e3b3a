import type { HrRequest } from '@fairmark/contracts/cycles';
import { Button, Card, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { useSession } from '../identity/session.js';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { useHrRequests } from './queries.js';

/** Acts on more than 20 people: a second HR person confirms or declines. */
export function HrRequests({ cycleId }: { cycleId: string }) {
  const { t } = useTranslation('cycles');
  const me = useSession().data?.person.id;
  const requests = useHrRequests(cycleId).data?.requests ?? [];
  const decision = useDecision({ kind: 'cycle', id: cycleId });
  if (requests.length === 0) return null;
  const answer = (action: 'confirm' | 'decline', one: HrRequest) => decision.mutate({ action, body: { requestId: one.id } });
  return (
    <Card size="small" title={t('requests.title')}>
      {decision.isError && <ProblemAlert error={decision.error} />}
      {requests.map((one) => (
        <Flex key={one.id} wrap align="center" justify="space-between" gap={8} style={{ paddingBlock: 4 }}>
          <Typography.Text>
            {t(`acts.${one.act}`)}{one.step ? ` · ${t(`step.${one.step}`)}` : ''} · {t('requests.people', { count: one.people })} · {personName(one.requestedBy)} {showInstant(one.requestedAt)}
            {one.reason && <Typography.Text type="secondary"> — {one.reason}</Typography.Text>}
          </Typography.Text>
          {one.state === 'pending' && one.requestedBy.id !== me
            ? <Flex gap={8}><Button size="small" type="primary" loading={decision.isPending} onClick={() => answer('confirm', one)}>{t('common:action.confirm')}</Button><Button size="small" onClick={() => answer('decline', one)}>{t('requests.decline')}</Button></Flex>
            : <Tag>{t(`requests.state.${one.state}`)}</Tag>}
        </Flex>
      ))}
    </Card>
  );
}
