import type { ReplaceMember as Body } from '@fairmark/contracts/appeals';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDecision } from '../api/useDecision.js';
import { personName, type PersonLike } from '../ui/PersonName.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

/** The seat of a member goes to the next alternate of the draw. */
export function ReplaceMember({ appealId, members, onClose }: { appealId: string; members: readonly PersonLike[]; onClose: () => void }) {
  const { t } = useTranslation('appeals');
  const [form] = Form.useForm<Body>();
  const decision = useDecision({ kind: 'appeal', id: appealId });
  const send = ({ memberId, reason }: Body) => decision.mutate({ action: 'replaceMember', body: { memberId, reason: reason.trim() } }, { onSuccess: onClose });
  return (
    <Modal open title={t('hr.replace')} okText={t('common:action.confirm')} confirmLoading={decision.isPending} onOk={form.submit} onCancel={onClose}>
      {decision.isError && <ProblemAlert error={decision.error} />}
      <Form form={form} layout="vertical" onFinish={send}>
        <Form.Item name="memberId" label={t('hr.member')} rules={[{ required: true, message: t('common:field.required') }]} extra={t('hr.replaceNote')}><Select options={members.map((one) => ({ value: one.id, label: personName(one) }))} /></Form.Item>
        <Form.Item name="reason" label={t('cycles:acts.reason')} rules={[{ required: true, whitespace: true, message: t('common:field.required') }]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={2_000} /></Form.Item>
      </Form>
    </Modal>
  );
}
