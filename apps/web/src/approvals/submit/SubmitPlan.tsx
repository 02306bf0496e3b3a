import type { ApprovalSubmitted, SubmitPlanVersion } from '@fairmark/contracts/approvals';
import type { PlanView } from '@fairmark/contracts/plans';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.js';
import { SubmitModal } from './SubmitModal.js';
import { ToneTag } from '../../ui/ToneTag.js';

const tone = { none: 'neutral', inReview: 'info', approved: 'good', rejected: 'bad' } as const;

/** How the approval of a plan version stands, and handing it in. */
export function SubmitPlan({ plan, version }: { plan: PlanView; version: PlanView['versions'][number] }) {
  const { t } = useTranslation('plans');
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const submit = useMutation({
    mutationFn: (body: SubmitPlanVersion) => request<ApprovalSubmitted>('POST', `/plans/${encodeURIComponent(plan.code)}/versions/${version.no}/submit`, { body }),
    onSuccess: () => setOpen(false), onSettled: () => client.invalidateQueries({ queryKey: ['plans'] }),
  });
  const state = <ToneTag tone={tone[version.approvalState]}>{t(`approval.${version.approvalState}`)}</ToneTag>;
  const offered = version.usable && (version.approvalState === 'none' || version.approvalState === 'rejected');
  return (
    <Flex wrap gap={4} align="center">
      {version.approvalId ? <Link to="/approvals/$approvalId" params={{ approvalId: version.approvalId }}>{state}</Link> : state}
      {offered && <Button size="small" onClick={() => setOpen(true)}>{t('approval.submit')}</Button>}
      {open && <SubmitModal purpose="planVersion" departmentId={null} title={t('approval.title', { no: version.no })} busy={submit.isPending} error={submit.error} onSubmit={(submission) => submit.mutate(submission)} onCancel={() => setOpen(false)} />}
    </Flex>
  );
}
