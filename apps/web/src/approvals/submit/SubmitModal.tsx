import type { ApprovalPurpose, FieldValues } from '@fairmark/contracts/approvals';
import { Form, Input, Modal, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '../../ui/PersonPicker.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { textOf } from '../../ui/text.js';
import { FieldInputs } from '../FieldInputs.js';
import { fieldValues, type TypedFields } from '../fieldValues.js';
import { useUsedProcess } from './useUsedProcess.js';

/** What every submission carries besides its own matter. */
export interface Submission {
  reason: string;
  fields: FieldValues;
  chosen: Record<string, string[]>;
}

interface Props {
  purpose: ApprovalPurpose;
  departmentId: string | null;
  title: string;
  busy: boolean;
  error: unknown;
  /** Inputs of the matter itself; their values come along as `own`. */
  children?: ReactNode;
  onSubmit: (submission: Submission, own: Record<string, unknown>) => void;
  onCancel: () => void;
}

/** Submits something for approval: with a reason, the fields of the form and the approvers to choose, as the process in use asks for them. */
export function SubmitModal({ purpose, departmentId, title, busy, error, children, onSubmit, onCancel }: Props) {
  const { t } = useTranslation('approvals');
  const [form] = Form.useForm<{ reason: string; fields?: TypedFields; chosen?: Record<string, string[]> }>();
  const process = useUsedProcess(purpose, departmentId);
  const required = { required: true, message: t('common:field.required') };
  const send = ({ reason, fields = {}, chosen = {}, ...own }: { reason: string; fields?: TypedFields; chosen?: Record<string, string[]> }) => onSubmit({ reason: reason.trim(), fields: fieldValues(process?.fields ?? [], fields), chosen }, own);
  return (
    <Modal open title={title} okText={t('submit.act')} okButtonProps={{ disabled: !process }} confirmLoading={busy} onOk={form.submit} onCancel={onCancel}>
      {error ? <ProblemAlert error={error} /> : null}
      <Form form={form} layout="vertical" onFinish={send}>
        {children}
        <Form.Item name="reason" label={t('common:field.reason')} rules={[{ ...required, whitespace: true }]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={2_000} /></Form.Item>
        {!process && <Skeleton active />}
        {process && <FieldInputs form={process.fields} requireAll />}
        {process?.choosing.map((node) => <Form.Item key={node.id} name={['chosen', node.id]} label={t('submit.chosen', { node: textOf(node.title) })} rules={[required]}><PersonPicker max={node.max} /></Form.Item>)}
      </Form>
    </Modal>
  );
}
