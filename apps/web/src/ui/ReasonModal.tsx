import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  open: boolean;
  title: string;
  label?: string;
  busy: boolean;
  onReason: (reason: string) => void;
  onCancel: () => void;
}

/** Asks for the reason of an act; without one it cannot be sent. */
export function ReasonModal({ open, title, label, busy, onReason, onCancel }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal open={open} title={title} okText={t('action.confirm')} confirmLoading={busy} onOk={form.submit} onCancel={onCancel} destroyOnHidden>
      <Form form={form} layout="vertical" preserve={false} onFinish={({ reason }) => onReason(reason.trim())}>
        <Form.Item name="reason" label={label ?? t('field.reason')} rules={[{ required: true, whitespace: true, message: t('field.required') }]}>
          <Input.TextArea autoFocus autoSize={{ minRows: 3 }} maxLength={2_000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
