import type { InvitationResult } from '@fairmark/contracts/identity';
import type { EmployeeLine, InvitationsSent } from '@fairmark/contracts/org';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Input, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { DataTable } from '../ui/DataTable.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { QueryState } from '../ui/QueryState.js';
import { nameOf } from '../ui/text.js';
import { PeopleFilter, usePeopleNarrowed } from './PeopleFilter.js';
import { useEmployees } from './queries.js';

/** People of the company, invitations, and ending somebody's access at once. */
export function EmployeeTable() {
  const { t } = useTranslation('org');
  const client = useQueryClient();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<string[]>([]);
  const narrowed = usePeopleNarrowed();
  const settled = { onSettled: () => client.invalidateQueries({ queryKey: ['org'] }) };
  const invite = useMutation({ mutationFn: (employeeIds: string[]) => request<InvitationResult>('POST', '/invitations', { body: { employeeIds } }), onSuccess: () => setChosen([]), ...settled });
  const inviteAll = useMutation({ mutationFn: () => request<InvitationsSent>('POST', '/org/invitations/remaining'), ...settled });
  const account = useMutation({ mutationFn: ({ id, disabled }: { id: string; disabled: boolean }) => request('PUT', `/employees/${id}/account`, { body: { disabled } }), ...settled });
  const sent = inviteAll.data?.sent ?? invite.data?.sent.length;
  const problem = invite.error ?? inviteAll.error ?? account.error;
  return (
    <Flex vertical gap={12}>
      <Flex wrap gap={8}>
        <Input.Search aria-label={t('people.search')} placeholder={t('people.search')} allowClear onSearch={(text) => { setSearch(text); setPage(1); }} style={{ maxWidth: 280 }} />
        <PeopleFilter narrowed={narrowed} />
        <Button disabled={chosen.length === 0} loading={invite.isPending} onClick={() => invite.mutate(chosen)}>{t('people.invite', { count: chosen.length })}</Button>
        <Popconfirm title={t('people.inviteAllConfirm')} onConfirm={() => inviteAll.mutate()}><Button loading={inviteAll.isPending}>{t('people.inviteAll')}</Button></Popconfirm>
      </Flex>
      {problem && <ProblemAlert error={problem} />}
      {sent !== undefined && <Alert type="success" showIcon title={t('people.sent', { count: sent })} />}
      <QueryState query={useEmployees(search, page, narrowed)}>
        {({ employees, total }) => (
          <DataTable<EmployeeLine>
            size="small" rowKey="id" dataSource={employees} rowSelection={{ selectedRowKeys: chosen, onChange: (keys) => setChosen(keys.map(String)) }}
            pagination={{ current: page, pageSize: 20, total, onChange: setPage, showSizeChanger: false }}
            columns={[
              { title: t('people.number'), dataIndex: 'number' },
              { title: t('people.name'), render: (_, one) => personName(one) },
              { title: t('people.department'), render: (_, one) => (one.department ? nameOf(one.department) : '–') },
              { title: t('people.position'), render: (_, one) => (one.position ? nameOf(one.position) : '–') },
              { title: t('people.manager'), render: (_, one) => (one.manager ? personName(one.manager) : '–') },
              { title: t('people.communities'), dataIndex: 'communities', align: 'right' },
              { title: t('people.account'), render: (_, one) => <><Tag>{t(`people.state.${one.state}`)}</Tag><Tag>{t(`people.invitation.${one.invitation}`)}</Tag></> },
              { title: '', render: (_, one) => (one.state === 'left' ? null : <Popconfirm title={t(one.state === 'disabled' ? 'people.enable' : 'people.disableConfirm')} onConfirm={() => account.mutate({ id: one.id, disabled: one.state !== 'disabled' })}><Button size="small">{t(one.state === 'disabled' ? 'people.enable' : 'people.disable')}</Button></Popconfirm>) },
            ]}
          />
        )}
      </QueryState>
    </Flex>
  );
}
