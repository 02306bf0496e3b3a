import type { ApprovalSubmitted, SubmitApproval } from '@fairmark/contracts/approvals';
import type { Duration } from '@fairmark/contracts/common';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.js';
import { DurationField } from '../designer/DurationField.js';
import { SubmitModal } from './SubmitModal.js';

/** Beyond this HR needs an approval; the server says so, too. */
const FIRST: Duration = { n: 15, unit: 'workingDay' };

/** HR asks for more time than it may give alone. The deadline moves when the approval says so. */
export function RequestExtension({ visitId }: { visitId: string }) {
  const { t } = useTranslation('approvals');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const submit = useMutation({
    mutationFn: (body: SubmitApproval) => request<ApprovalSubmitted>('POST', '/approvals', { body }),
    onSuccess: ({ approvalId }) => void navigate({ to: '/approvals/$approvalId', params: { approvalId } }),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('submit.extension')}</Button>
      {open && (
        <SubmitModal
          purpose="deadlineExtension" departmentId={null} title={t('submit.extension')} busy={submit.isPending} error={submit.error} onCancel={() => setOpen(false)}
          onSubmit={(submission, own) => submit.mutate({ purpose: 'deadlineExtension', visitId, by: (own['by'] as Duration | undefined) ?? FIRST, ...submission })}
        >
          <Form.Item name="by" label={t('submit.by')} initialValue={FIRST} extra={t('submit.byNote')}><By /></Form.Item>
        </SubmitModal>
      )}
    </>
  );
}

function By({ id, value = FIRST, onChange }: { id?: string; value?: Duration; onChange?: (value: Duration) => void }) {
  const { t } = useTranslation('approvals');
  return <DurationField {...(id ? { id } : {})} label={t('submit.by')} value={value} onChange={(by) => onChange?.(by)} />;
}
