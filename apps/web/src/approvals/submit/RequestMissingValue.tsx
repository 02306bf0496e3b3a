import type { ApprovalSubmitted, SubmitApproval } from '@fairmark/contracts/approvals';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.js';
import { SubmitModal } from './SubmitModal.js';

interface Props {
  indicatorId: string;
  subPeriod: string;
  department: { id: string; name: string };
}

/** HR asks whether scoring may go on with data below the needed quality. */
export function RequestMissingValue({ indicatorId, subPeriod, department }: Props) {
  const { t } = useTranslation('approvals');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const submit = useMutation({
    mutationFn: (body: SubmitApproval) => request<ApprovalSubmitted>('POST', '/approvals', { body }),
    onSuccess: ({ approvalId }) => void navigate({ to: '/approvals/$approvalId', params: { approvalId } }),
  });
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{t('submit.missingValue', { department: department.name })}</Button>
      {open && (
        <SubmitModal
          purpose="missingValue" departmentId={department.id} title={t('submit.missingValueTitle', { indicator: indicatorId, period: subPeriod })} busy={submit.isPending} error={submit.error} onCancel={() => setOpen(false)}
          onSubmit={(submission) => submit.mutate({ purpose: 'missingValue', indicatorId, subPeriod, departmentId: department.id, ...submission })}
        />
      )}
    </>
  );
}
