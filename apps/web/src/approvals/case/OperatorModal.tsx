import type { ApprovalOffer, ApprovalView } from '@fairmark/contracts/approvals';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../identity/session.js';
import { PersonPicker } from '../../ui/PersonPicker.js';
import { personName } from '../../ui/PersonName.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { drawable } from '../designer/document.js';
import { FieldInputs } from '../FieldInputs.js';
import { fieldValues, type TypedFields } from '../fieldValues.js';
import { typedFields } from './typedFields.js';
import { operatorOf, type OperatorName, type OperatorValues } from './operators.js';
import { ReturnFields } from './ReturnFields.js';

interface Props {
  name: OperatorName;
  view: ApprovalView;
  offer: ApprovalOffer | undefined;
  busy: boolean;
  /** Why it was refused; what was typed stays. */
  error: unknown;
  onSend: (values: OperatorValues) => void;
  onCancel: () => void;
}

/** Asks what an operator needs: people, a target, a comment. */
export function OperatorModal({ name, view, offer, busy, error, onSend, onCancel }: Props) {
  const { t } = useTranslation('approvals');
  const [form] = Form.useForm<OperatorValues & { fields?: TypedFields }>();
  const me = useSession().data?.person.id ?? '';
  const { comment, people, target, fields, danger } = operatorOf(name);
  const definition = drawable(view.definition.document);
  const required = [{ required: true, message: t('common:field.required') }];
  // Nobody decides their own case: neither by transfer nor by being added.
  const parties = [me, ...[view.subject, view.submitter, offer?.onBehalfOf].flatMap((one) => (one ? [one.id] : []))];
  const send = ({ fields: typed, ...values }: OperatorValues & { fields?: TypedFields }) => onSend({ ...values, ...(fields ? { fields: fieldValues(definition?.form ?? [], typed ?? {}) } : {}) });
  return (
    <Modal open title={t(`operator.${name}`)} okText={t('common:action.confirm')} okButtonProps={danger ? { danger: true } : {}} confirmLoading={busy} onOk={form.submit} onCancel={onCancel} destroyOnHidden>
      <p>{t(`operatorNote.${name}`)}</p>
      {error ? <ProblemAlert error={error} /> : null}
      <Form form={form} layout="vertical" preserve={false} initialValues={{ to: 'submitter', then: 'rerun', fields: typedFields(definition?.form ?? [], view.fields ?? {}) }} onFinish={send}>
        {(people === 'one' || people === 'several') && <Form.Item name="personIds" label={t(`operatorPeople.${people}`)} rules={required}><PersonPicker max={people === 'one' ? 1 : 20} except={parties} /></Form.Item>}
        {people === 'removable' && <Form.Item name="personId" label={t('operatorPeople.removable')} rules={required}><Select options={(offer?.removable ?? []).map((one) => ({ value: one.id, label: personName(one) }))} /></Form.Item>}
        {target && <ReturnFields targets={offer?.returnTargets ?? []} submitter={view.submitter} />}
        {fields && definition && <FieldInputs form={definition.form ?? []} requireAll />}
        {comment !== 'none' && (
          <Form.Item name="comment" label={t(comment === 'required' ? 'common:field.comment' : 'commentOptional')} rules={comment === 'required' ? [{ required: true, whitespace: true, message: t('common:field.required') }] : []}>
            <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2_000} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
