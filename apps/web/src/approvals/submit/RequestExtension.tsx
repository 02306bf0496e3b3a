import type { Duration } from '@fairmark/contracts/common';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { DurationField } from '../designer/DurationField.js';
import { RequestApproval } from './RequestApproval.js';

/** Beyond this HR needs an approval; the server says so, too. */
const FIRST: Duration = { n: 15, unit: 'workingDay' };

/** HR asks for more time than it may give alone. The deadline moves when the approval says so. */
export function RequestExtension({ visitId }: { visitId: string }) {
  const { t } = useTranslation('approvals');
  return (
    <RequestApproval purpose="deadlineExtension" departmentId={null} label={t('submit.extension')} bodyOf={(submission, own) => ({ purpose: 'deadlineExtension', visitId, by: (own['by'] as Duration | undefined) ?? FIRST, ...submission })}>
      <Form.Item name="by" label={t('submit.by')} initialValue={FIRST} extra={t('submit.byNote')}><By /></Form.Item>
    </RequestApproval>
  );
}

function By({ id, value = FIRST, onChange }: { id?: string; value?: Duration; onChange?: (value: Duration) => void }) {
  const { t } = useTranslation('approvals');
  return <DurationField {...(id ? { id } : {})} label={t('submit.by')} value={value} onChange={(by) => onChange?.(by)} />;
}
