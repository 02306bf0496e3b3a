import type { ApprovalSubmitted, SubmitApproval } from '@fairmark/contracts/approvals';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, type ButtonProps } from 'antd';
import { useState, type ReactNode } from 'react';
import { request } from '../../api/client.js';
import { type Submission, SubmitModal } from './SubmitModal.js';

interface Props {
  purpose: SubmitApproval['purpose'];
  departmentId: string | null;
  label: string;
  title?: string;
  size?: ButtonProps['size'];
  /** What is asked for, from the submission and the inputs of the matter. */
  bodyOf: (submission: Submission, own: Record<string, unknown>) => SubmitApproval;
  /** Inputs of the matter. */
  children?: ReactNode;
}

/** A button that asks for an exception and leads to its case. */
export function RequestApproval({ purpose, departmentId, label, title = label, size, bodyOf, children }: Props) {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const submit = useMutation({
    mutationFn: (body: SubmitApproval) => request<ApprovalSubmitted>('POST', '/approvals', { body }),
    onSuccess: ({ approvalId }) => void navigate({ to: '/approvals/$approvalId', params: { approvalId } }),
  });
  return (
    <>
      <Button {...(size ? { size } : {})} onClick={() => setOpen(true)}>{label}</Button>
      {open && (
        <SubmitModal purpose={purpose} departmentId={departmentId} title={title} busy={submit.isPending} error={submit.error} onCancel={() => setOpen(false)} onSubmit={(submission, own) => submit.mutate(bodyOf(submission, own))}>{children}</SubmitModal>
      )}
    </>
  );
}
