import { ApprovalPurpose, type ApprovalUse, type ClearApprovalUse, type SetApprovalUse } from '@fairmark/contracts/approvals';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Popconfirm, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.js';
import { DataTable } from '../../ui/DataTable.js';
import { showInstant } from '../../ui/format.js';
import { personName } from '../../ui/PersonName.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { QueryState } from '../../ui/QueryState.js';
import { nameOf, textOf } from '../../ui/text.js';
import { ToneTag } from '../../ui/ToneTag.js';
import { useApprovalUses, useDefinitions } from '../queries.js';
import { useMayWrite } from './mayWrite.js';
import { UseForm } from './UseForm.js';

/** Which process each purpose uses: in the whole company, and where a department has its own. */
export function UseTable() {
  const { t } = useTranslation('approvals');
  const client = useQueryClient();
  const mayWrite = useMayWrite();
  const definitions = useDefinitions().data?.definitions ?? [];
  const onSettled = () => Promise.all([client.invalidateQueries({ queryKey: ['approval-uses'] }), client.invalidateQueries({ queryKey: ['approval-definitions'] })]);
  const set = useMutation({ mutationFn: (body: SetApprovalUse) => request('PUT', '/approval-uses', { body }), onSettled });
  const clear = useMutation({ mutationFn: (body: ClearApprovalUse) => request('POST', '/approval-uses/clear', { body }), onSettled });
  const failed = [set, clear].find((one) => one.isError);
  const nameOfDefinition = (id: string): string => {
    const title = definitions.find((one) => one.id === id)?.title;
    return title ? textOf(title) : id;
  };
  return (
    <Flex vertical gap={16}>
      {failed && <ProblemAlert error={failed.error} />}
      {mayWrite && <UseForm definitions={definitions} busy={set.isPending} onSet={(body) => set.mutate(body)} />}
      <QueryState query={useApprovalUses()}>
        {({ uses }) => (
          <DataTable<ApprovalUse>
            size="small" pagination={false} rowKey={(one) => `${one.purpose} ${one.department?.id ?? ''}`} dataSource={[...uses].sort((a, b) => order(a) - order(b))}
            columns={[
              { title: t('use.purpose'), render: (_, one) => <>{t(`purpose.${one.purpose}`)}<br /><Typography.Text type="secondary">{t(`purposeNote.${one.purpose}`)}</Typography.Text></> },
              { title: t('use.department'), render: (_, one) => (one.department ? nameOf(one.department) : t('scope.company')) },
              { title: t('use.definition'), render: (_, one) => <>{nameOfDefinition(one.definitionId)} v{one.version} {one.shipped && <ToneTag tone="neutral">{t('use.shipped')}</ToneTag>}</> },
              { title: t('use.set'), render: (_, one) => (one.setBy && one.setAt ? `${personName(one.setBy)} ${showInstant(one.setAt)}` : '–') },
              { title: '', render: (_, one) => (mayWrite && one.setAt ? <Popconfirm title={t('use.clearConfirm')} onConfirm={() => clear.mutate({ purpose: one.purpose, departmentId: one.department?.id ?? null })}><Button size="small">{t('use.clear')}</Button></Popconfirm> : null) },
            ]}
          />
        )}
      </QueryState>
    </Flex>
  );
}

const order = (use: ApprovalUse): number => ApprovalPurpose.options.indexOf(use.purpose) * 2 + (use.department ? 1 : 0);
