import type { EmployeeView } from '@fairmark/contracts/org';
import type { ReviewView } from '@fairmark/contracts/reviews';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read, request } from '../api/client.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { useSession } from './session.js';

/** HR sends somebody who left the one-time link again, for example after the private address was corrected. */
export function SendLeaverLink({ review }: { review: ReviewView }) {
  const { t } = useTranslation('identity');
  const session = useSession().data;
  const asked = session !== undefined && session.person.id !== review.employee.id && session.roles.some(({ role }) => role === 'hr') && review.sections.includes('result');
  const employee = useQuery({ queryKey: ['org', 'employee', review.employee.id], queryFn: ({ signal }) => read<EmployeeView>(`/org/employees/${review.employee.id}`, signal), enabled: asked, retry: false });
  const [open, setOpen] = useState(false);
  const send = useMutation({ mutationFn: () => request('POST', `/reviews/${review.id}/leaver-link`) });
  if (!asked || !employee.data?.leftOn) return null;
  const close = () => {
    setOpen(false);
    send.reset();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('leaver.send')}</Button>
      <Modal open={open} title={t('leaver.send')} okText={t(send.isSuccess ? 'common:action.close' : 'leaver.sendNow')} cancelButtonProps={{ hidden: send.isSuccess }} confirmLoading={send.isPending} onOk={send.isSuccess ? close : () => send.mutate()} onCancel={close}>
        {t(send.isSuccess ? 'leaver.sendDone' : 'leaver.sendNote')}
        {send.isError && <ProblemAlert error={send.error} />}
      </Modal>
    </>
  );
}
