import type { GrantRole, RoleGrantView } from '@fairmark/contracts/org';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button, Card, Flex, Form, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { useSession } from '../identity/session.js';
import { DataTable } from '../ui/DataTable.js';
import { showInstant } from '../ui/format.js';
import { personName } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { QueryState } from '../ui/QueryState.js';
import { nameOf } from '../ui/text.js';
import { useDepartments, usePeople, useRoles } from './queries.js';

const ROLES = ['admin', 'hr', 'sponsor', 'lead'] as const;

/** Stored roles with their scope. Administrators grant and revoke; manager, panel and the like follow from relations. */
export function RolePanel() {
  const { t } = useTranslation('org');
  const client = useQueryClient();
  const mayGrant = useSession().data?.roles.some((grant) => grant.role === 'admin') ?? false;
  const settled = { onSettled: () => client.invalidateQueries({ queryKey: ['org', 'roles'] }) };
  const revoke = useMutation({ mutationFn: (id: string) => request('DELETE', `/org/roles/${id}`), ...settled });
  return (
    <Flex vertical gap={16}>
      {mayGrant && <GrantForm />}
      {revoke.isError && <ProblemAlert error={revoke.error} />}
      <QueryState query={useRoles()}>
        {({ grants }) => (
          <DataTable<RoleGrantView>
            size="small" rowKey="id" dataSource={grants} pagination={{ pageSize: 20, hideOnSinglePage: true }}
            columns={[
              { title: t('roles.person'), render: (_, one) => personName(one.person) },
              { title: t('roles.role'), render: (_, one) => t(`roles.name.${one.role}`) },
              { title: t('roles.scope'), render: (_, one) => (one.department ? nameOf(one.department) : t('roles.company')) },
              { title: t('roles.since'), render: (_, one) => showInstant(one.grantedAt) },
              { title: '', render: (_, one) => (mayGrant ? <Popconfirm title={t('roles.revokeConfirm')} onConfirm={() => revoke.mutate(one.id)}><Button size="small" danger>{t('roles.revoke')}</Button></Popconfirm> : null) },
            ]}
          />
        )}
      </QueryState>
    </Flex>
  );
}

function GrantForm() {
  const { t } = useTranslation('org');
  const client = useQueryClient();
  const [search, setSearch] = useState('');
  const people = usePeople(search).data?.people ?? [];
  const departments = useDepartments().data?.departments ?? [];
  const grant = useMutation({ mutationFn: (body: GrantRole) => request('POST', '/org/roles', { body: { ...body, departmentId: body.departmentId ?? null } }), onSettled: () => client.invalidateQueries({ queryKey: ['org', 'roles'] }) });
  const [form] = Form.useForm<GrantRole>();
  const { role: wanted } = useSearch({ strict: false }) as { role?: string };
  const required = [{ required: true, message: t('common:field.required') }];
  return (
    <Card size="small" title={t('roles.grant')}>
      {grant.isError && <ProblemAlert error={grant.error} />}
      <Form form={form} layout="inline" style={{ rowGap: 12 }} initialValues={{ role: ROLES.find((one) => one === wanted) }} onFinish={(body) => grant.mutate(body, { onSuccess: () => form.resetFields() })}>
        <Form.Item name="employeeId" label={t('roles.person')} rules={required}>
          <Select showSearch filterOption={false} onSearch={setSearch} style={{ width: 200 }} options={people.map((person) => ({ value: person.id, label: `${personName(person)}${person.department ? ` · ${nameOf(person.department)}` : ''}` }))} />
        </Form.Item>
        <Form.Item name="role" label={t('roles.role')} rules={required}><Select style={{ width: 140 }} options={ROLES.map((value) => ({ value, label: t(`roles.name.${value}`) }))} /></Form.Item>
        <Form.Item name="departmentId" label={t('roles.scope')}><Select allowClear placeholder={t('roles.company')} style={{ width: 200 }} options={departments.map((one) => ({ value: one.id, label: nameOf(one) }))} /></Form.Item>
        <Button type="primary" htmlType="submit" loading={grant.isPending}>{t('roles.grant')}</Button>
      </Form>
    </Card>
  );
}
