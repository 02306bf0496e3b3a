import { CommunityStage, type ChangeStage, type CommunityView, type StageChanged } from '@fairmark/contracts/org';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { nameOf, textOf } from '../ui/text.js';

/** HR or a department head puts a community into another stage; the answer says which sheet the plans have for it in the next cycle. */
export function StageChange({ community }: { community: CommunityView }) {
  const { t } = useTranslation('org');
  const { modal } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<ChangeStage>();
  const [open, setOpen] = useState(false);
  const change = useMutation({
    mutationFn: (body: ChangeStage) => request<StageChanged>('POST', `/org/communities/${community.id}/stage`, { body }),
    onSuccess: ({ proposals }, { effectiveOn }) => {
      setOpen(false);
      const lines = proposals.map(({ plan, sheet }) => <li key={plan.id}>{sheet ? t('communities.change.proposal', { plan: nameOf(plan), sheet: textOf(sheet.name) }) : t('communities.change.noSheet', { plan: nameOf(plan) })}</li>);
      modal.success({ title: t('communities.change.done', { day: effectiveOn }), content: <ul style={{ paddingInlineStart: 20 }}>{lines}</ul> });
      return client.invalidateQueries({ queryKey: ['org'] });
    },
  });
  const required = [{ required: true, message: t('common:field.required') }];
  return (
    <>
      <Button size="small" type="link" aria-label={`${t('communities.change.title')} ${nameOf(community)}`} onClick={() => setOpen(true)}>{t('communities.change.title')}</Button>
      <Modal open={open} title={`${t('communities.change.title')} · ${nameOf(community)}`} okText={t('common:action.confirm')} confirmLoading={change.isPending} onOk={form.submit} onCancel={() => setOpen(false)} destroyOnHidden>
        {change.isError && <ProblemAlert error={change.error} />}
        <Form form={form} layout="vertical" preserve={false} onFinish={(body) => change.mutate(body)}>
          <Form.Item name="stage" label={t('communities.change.to')} rules={required}><Select options={CommunityStage.options.map((value) => ({ value, label: t(`communities.stages.${value}`) }))} /></Form.Item>
          <Form.Item name="effectiveOn" label={t('communities.change.effectiveOn')} rules={required}><Input type="date" /></Form.Item>
          <Form.Item name="reason" label={t('common:field.reason')} rules={[{ required: true, whitespace: true, message: t('common:field.required') }]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={2_000} /></Form.Item>
        </Form>
      </Modal>
    </>
  );
}
