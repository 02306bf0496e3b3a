import type { PlanPeople, PlanUsage } from '@fairmark/contracts/plans';
import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read } from '../../api/client.js';
import { useSession } from '../../identity/session.js';
import { DataTable } from '../../ui/DataTable.js';
import { personName } from '../../ui/PersonName.js';
import { QueryState } from '../../ui/QueryState.js';
import { nameOf } from '../../ui/text.js';

const PAGE_SIZE = 20;

/** Who is under a version: numbers by cycle, and for HR the names. */
export function VersionUsage({ path }: { path: string }) {
  const { t } = useTranslation('planDesign');
  const isHr = (useSession().data?.roles ?? []).some((grant) => grant.role === 'hr');
  const [cycleId, setCycleId] = useState<string | null>(null);
  const usage = useQuery({ queryKey: ['plan-usage', path], queryFn: ({ signal }) => read<PlanUsage>(`${path}/usage`, signal) });
  return (
    <QueryState query={usage} isEmpty={({ cycles }) => cycles.length === 0} empty={<Empty description={t('usage.none')} />}>
      {({ cycles }) => (
        <Flex vertical gap={12}>
          <DataTable
            size="small" rowKey="cycleId" pagination={false} dataSource={cycles}
            columns={[
              { title: t('usage.cycle'), render: (_, one) => nameOf(one) },
              { title: t('usage.people'), align: 'right', render: (_, one) => (isHr ? <Button type="link" size="small" onClick={() => setCycleId(one.cycleId)}>{one.people}</Button> : one.people) },
            ]}
          />
          {cycleId !== null && <People path={path} cycleId={cycleId} key={cycleId} />}
        </Flex>
      )}
    </QueryState>
  );
}

function People({ path, cycleId }: { path: string; cycleId: string }) {
  const { t } = useTranslation('planDesign');
  const [page, setPage] = useState(1);
  const people = useQuery({ queryKey: ['plan-people', path, cycleId, page], queryFn: ({ signal }) => read<PlanPeople>(`${path}/people?cycleId=${cycleId}&page=${page}&pageSize=${PAGE_SIZE}`, signal) });
  return (
    <QueryState query={people}>
      {({ total, people: rows }) => (
        <>
          <Typography.Text strong>{t('usage.names')}</Typography.Text>
          <DataTable size="small" rowKey="reviewId" dataSource={rows} pagination={{ current: page, total, pageSize: PAGE_SIZE, onChange: setPage, showSizeChanger: false }} columns={[{ title: t('usage.person'), render: (_, one) => personName(one.person) }, { title: t('usage.department'), dataIndex: 'department' }]} />
        </>
      )}
    </QueryState>
  );
}
