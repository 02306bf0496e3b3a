import { RobotKind, RobotProcessKind, RobotRhythm, type CreateRobotChannel } from '@fairmark/contracts/robots';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { useSession } from '../identity/session.js';
import { useDepartments } from '../org/queries.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { nameOf } from '../ui/text.js';
import { useFieldProblems } from '../ui/useFieldProblems.js';

/** What is typed; an empty secret and an empty department are left out. */
type RobotValues = Omit<CreateRobotChannel, 'secret' | 'departmentId'> & { secret?: string; departmentId?: string };

/** Adds a group's robot. Address and secret are typed once and never shown again. */
export function NewRobot({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('robots');
  const client = useQueryClient();
  const [form] = Form.useForm<RobotValues>();
  const kind = Form.useWatch('kind', form) ?? 'feishu';
  const departments = (useDepartments().data?.departments ?? []).map((one) => ({ value: one.id, label: nameOf(one) }));
  const wholeCompany = useSession().data?.roles.some(({ role, departmentId }) => ['hr', 'admin'].includes(role) && departmentId === null) ?? false;
  const create = useMutation({
    mutationFn: ({ secret, departmentId, ...values }: RobotValues) => request('POST', '/robots', { body: { ...values, secret: values.kind === 'wecom' ? null : secret?.trim() || null, departmentId: departmentId ?? null } }),
    onSuccess: onClose, onSettled: () => client.invalidateQueries({ queryKey: ['robots'] }),
  });
  useFieldProblems(form, create.error);
  const required = [{ required: true, message: t('common:field.required') }];
  const choices = <T extends string>(values: readonly T[], text: (value: T) => string) => values.map((value) => ({ value, label: text(value) }));
  return (
    <Modal open title={t('create')} okText={t('submit')} confirmLoading={create.isPending} onOk={form.submit} onCancel={onClose}>
      {create.isError && <ProblemAlert error={create.error} />}
      <Form form={form} layout="vertical" initialValues={{ kind: 'feishu', processKinds: [...RobotProcessKind.options], rhythm: 'daily', locale: 'zh-CN' }} onFinish={(values) => create.mutate(values)}>
        <Form.Item name="kind" label={t('kind')}><Radio.Group options={choices(RobotKind.options, (value) => t(`vendor.${value}`))} /></Form.Item>
        <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true, message: t('common:field.required') }]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="webhookUrl" label={t('address')} extra={t(`addressOf.${kind}`)} rules={required}><Input maxLength={400} autoComplete="off" /></Form.Item>
        {kind !== 'wecom' && <Form.Item name="secret" label={t('secret')} extra={t('secretNote')}><Input.Password maxLength={200} autoComplete="new-password" /></Form.Item>}
        <Form.Item name="departmentId" label={t('scope')} rules={wholeCompany ? [] : required}><Select allowClear={wholeCompany} placeholder={wholeCompany ? t('company') : undefined} options={departments} showSearch={{ optionFilterProp: 'label' }} /></Form.Item>
        <Form.Item name="processKinds" label={t('kinds')} rules={required}><Select mode="multiple" options={choices(RobotProcessKind.options, (value) => t(`steps:kind.${value}`))} /></Form.Item>
        <Form.Item name="rhythm" label={t('when')}><Radio.Group options={choices(RobotRhythm.options, (value) => t(`rhythm.${value}`))} /></Form.Item>
        <Form.Item name="locale" label={t('language')}><Radio.Group options={choices(['zh-CN', 'en'] as const, (value) => t(`common:language.${value}`))} /></Form.Item>
      </Form>
    </Modal>
  );
}
