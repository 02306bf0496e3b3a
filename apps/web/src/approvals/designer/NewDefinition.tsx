import { ApprovalKind, type DefinitionVersionView } from '@fairmark/contracts/approvals';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { read } from '../../api/client.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { textOf } from '../../ui/text.js';
import { useDefinitions } from '../queries.js';
import { bothLanguages } from './bothLanguages.js';
import type { EditedDocument } from './document.js';
import { blankDocument } from './newNode.js';
import { createDraft } from './useDefinitionActs.js';

interface Values {
  id: string;
  kind: ApprovalKind;
  zh: string;
  en?: string;
  /** `<definition> <version>` of the process to begin with. */
  copyOf?: string;
}

/** A new process: blank, or a copy of another one under its own name. */
export function NewDefinition({ onClose, onCreated }: { onClose: () => void; onCreated: (id: string) => void }) {
  const { t } = useTranslation('approvals');
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form);
  const templates = (useDefinitions().data?.definitions ?? []).filter((one) => one.kind === kind && one.title);
  const create = useMutation({
    mutationFn: async ({ id, kind: chosen, zh, en = '', copyOf }: Values) => {
      const document = blankDocument(chosen, zh, en, bothLanguages(t, 'newTitle.step'));
      return createDraft(id, copyOf ? { ...(await documentOf(copyOf)), title: document.title } : document);
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['approval-definitions'] });
      onCreated(id);
    },
  });
  const required = { required: true, whitespace: true, message: t('common:field.required') };
  return (
    <Modal open title={t('create.open')} okText={t('create.submit')} confirmLoading={create.isPending} onOk={form.submit} onCancel={onClose}>
      {create.isError && <ProblemAlert error={create.error} />}
      <Form form={form} layout="vertical" initialValues={{ kind: 'exceptions' }} onFinish={(values) => create.mutate(values)} onValuesChange={(changed: Partial<Values>) => changed.kind && form.resetFields(['copyOf'])}>
        <Form.Item name="zh" label={t('text.zh', { label: t('settings.title') })} rules={[required]}><Input maxLength={200} /></Form.Item>
        <Form.Item name="en" label={t('text.en', { label: t('settings.title') })}><Input maxLength={200} /></Form.Item>
        <Form.Item name="id" label={t('create.id')} extra={t('create.idNote')} rules={[required, { pattern: /^[a-z][A-Za-z0-9]{0,39}$/, message: t('create.idWrong') }]}><Input maxLength={40} /></Form.Item>
        <Form.Item name="kind" label={t('column.kind')} rules={[required]}><Select options={ApprovalKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))} /></Form.Item>
        <Form.Item name="copyOf" label={t('create.copyOf')}><Select allowClear placeholder={t('create.blank')} options={templates.flatMap((one) => one.versions.slice(0, 1).map(({ version }) => ({ value: `${one.id} ${version}`, label: `${one.title ? textOf(one.title) : one.id} v${version}` })))} /></Form.Item>
      </Form>
    </Modal>
  );
}

async function documentOf(copyOf: string): Promise<EditedDocument> {
  const [id, version] = copyOf.split(' ');
  const { document } = await read<DefinitionVersionView>(`/approval-definitions/${String(id)}/versions/${String(version)}`);
  return document as unknown as EditedDocument;
}
