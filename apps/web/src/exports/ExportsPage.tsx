import type { ExportList, ExportView } from '@fairmark/contracts/exports';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Empty, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { read, request } from '../api/client.js';
import { FactLine } from '../ui/FactLine.js';
import { showInstant } from '../ui/format.js';
import { PageTitle } from '../ui/PageTitle.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { QueryState } from '../ui/QueryState.js';
import { ToneTag } from '../ui/ToneTag.js';

const tone = { waiting: 'info', ready: 'good', expired: 'neutral' } as const;
/** A file takes seconds; the page looks again while one is being built. */
const LOOK_AGAIN_MS = 3_000;

/** Files that the person asked for 我的导出: being built, ready to take, or gone. */
export function ExportsPage() {
  const { t } = useTranslation('exports');
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['exports'], queryFn: ({ signal }) => read<ExportList>('/exports', signal),
    refetchInterval: ({ state }) => (state.data?.exports.some((one) => one.state === 'waiting') ? LOOK_AGAIN_MS : false),
  });
  const ask = useMutation({ mutationFn: () => request<ExportView>('POST', '/exports/personal'), onSettled: () => client.invalidateQueries({ queryKey: ['exports'] }) });
  return (
    <Flex vertical gap={12}>
      <PageTitle title={t('title')}><Button type="primary" loading={ask.isPending} onClick={() => ask.mutate()}>{t('askPersonal')}</Button></PageTitle>
      <Typography.Text type="secondary">{t('note')}</Typography.Text>
      {ask.isError && <ProblemAlert error={ask.error} />}
      <QueryState query={query} isEmpty={({ exports }) => exports.length === 0} empty={<Empty description={t('none')} />}>{({ exports }) => <>{exports.map((one) => <ExportLine key={one.id} one={one} />)}</>}</QueryState>
    </Flex>
  );
}

function ExportLine({ one }: { one: ExportView }) {
  const { t } = useTranslation('exports');
  const facts = [t('askedAt', { at: showInstant(one.requestedAt) }), one.state === 'ready' && one.expiresAt && t('until', { at: showInstant(one.expiresAt) }), one.bytes !== null && t('size', { size: Math.ceil(one.bytes / 1_024).toLocaleString() })];
  return (
    <Flex justify="space-between" align="center" gap={12} wrap>
      <FactLine title={<>{[t(`kind.${one.kind}`), one.cycle?.name].filter(Boolean).join(' · ')} <ToneTag tone={tone[one.state]}>{t(`state.${one.state}`)}</ToneTag></>} facts={facts} />
      {one.state === 'ready' && <Button href={`/api/exports/${one.id}/file`} download>{t('download')}</Button>}
    </Flex>
  );
}
