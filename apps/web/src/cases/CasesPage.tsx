import { CaseKind, type CaseView } from '@fairmark/contracts/cases';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Flex, Input, Pagination, Select, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { useSession } from '../identity/session.js';
import { PageTitle } from '../ui/PageTitle.js';
import { personName } from '../ui/PersonName.js';
import { QueryState } from '../ui/QueryState.js';
import { ToneTag } from '../ui/ToneTag.js';
import { CaseDrawer } from './CaseDrawer.js';
import { useCase, useCases } from './queries.js';
import { WriteCaseModal } from './WriteCaseModal.js';

const PAGE_SIZE = 20;

/** The case library 案例库: everybody searches, HR, leads and sponsors write. */
export function CasesPage() {
  const { t } = useTranslation('cases');
  const [text, setText] = useState('');
  const [kind, setKind] = useState<CaseKind | undefined>();
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState<string | null>(null);
  const [writing, setWriting] = useState<'new' | 'open' | null>(null);
  const mayWrite = useSession().data?.roles.some(({ role }) => role === 'hr' || role === 'lead' || role === 'sponsor') ?? false;
  const item = useCase(open).data;
  const today = new Date().toISOString().slice(0, 10);
  return (
    <Flex vertical gap={12}>
      <PageTitle title={t('title')} note={t('note')}>{mayWrite && <Button type="primary" onClick={() => setWriting('new')}>{t('create')}</Button>}</PageTitle>
      <Flex wrap gap={8}>
        <Input.Search allowClear aria-label={t('search')} placeholder={t('search')} style={{ maxWidth: 360 }} onSearch={(value) => (setText(value.trim()), setPage(1))} />
        <Select aria-label={t('type')} allowClear placeholder={t('anyKind')} style={{ minWidth: 160 }} value={kind} onChange={(value) => (setKind(value), setPage(1))} options={CaseKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      </Flex>
      <QueryState query={useCases({ text, page, pageSize: PAGE_SIZE, ...(kind ? { kind } : {}) })} isEmpty={({ total }) => total === 0} empty={<Typography.Text type="secondary">{t('none')}</Typography.Text>}>
        {({ cases, total }) => (
          <Flex vertical gap={8}>
            <Typography.Text type="secondary">{t('found', { count: total })}</Typography.Text>
            {cases.map((one) => (
              <Card key={one.id} size="small" title={<Typography.Link onClick={() => setOpen(one.id)}>{one.title}</Typography.Link>} extra={<ToneTag tone="neutral">{t(`kind.${one.kind}`)}</ToneTag>}>
                {one.lesson && <Typography.Paragraph style={{ marginBlockEnd: 4 }}>{one.lesson}</Typography.Paragraph>}
                <Flex wrap gap={4} align="center">
                  {one.tags.map((tag) => <ToneTag key={tag} tone="info">{tag}</ToneTag>)}
                  <Typography.Text type="secondary">{t('keeper')} {personName(one.keeper)} · {t('reviewOn')} {one.reviewOn}</Typography.Text>
                  {one.reviewOn < today && <ToneTag tone="warn">{t('due')}</ToneTag>}
                </Flex>
              </Card>
            ))}
            <Pagination size="small" current={page} pageSize={PAGE_SIZE} total={total} onChange={setPage} hideOnSinglePage showSizeChanger={false} />
          </Flex>
        )}
      </QueryState>
      <CaseDrawer id={open} onClose={() => setOpen(null)} acts={mayWrite && item && !item.archived && <CaseActs item={item} onChange={() => setWriting('open')} />} />
      {writing && <WriteCaseModal item={writing === 'open' ? item : undefined} onClose={() => setWriting(null)} />}
    </Flex>
  );
}

function CaseActs({ item, onChange }: { item: CaseView; onChange: () => void }) {
  const { t } = useTranslation('cases');
  const client = useQueryClient();
  const archive = useMutation({ mutationFn: () => request('POST', `/cases/${item.id}/archive`, { body: {} }), onSettled: () => client.invalidateQueries({ queryKey: ['cases'] }) });
  return <Flex gap={8}><Button onClick={onChange}>{t('change')}</Button><Button loading={archive.isPending} onClick={() => archive.mutate()}>{t('archive')}</Button></Flex>;
}
