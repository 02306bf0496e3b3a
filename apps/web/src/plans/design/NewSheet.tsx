import type { Sheet } from '@fairmark/contracts/plans';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '../../ui/text.js';
import { withSheetLike } from './newEntries.js';
import type { DraftEditor } from './useDraftEditor.js';

const STAGES = ['base', 'growth', 'mature'] as const;

interface Entry {
  kind: Sheet['for']['kind'];
  code: string;
  stage: (typeof STAGES)[number];
  name: string;
  like: string;
}

const forOf = ({ kind, code, stage }: Entry): Sheet['for'] => (kind === 'communityType' ? { kind, type: code, stage } : kind === 'community' ? { kind, communityCode: code } : { kind, positionCode: code });

/** Begins a sheet for a type and stage, a single community or a position, with the items of a sheet that is there. */
export function NewSheet({ editor }: { editor: DraftEditor }) {
  const { t } = useTranslation('planDesign');
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Entry>();
  const kind = Form.useWatch('kind', form);
  const { document } = editor;
  const add = (entry: Entry) => {
    const like = document.sheets.find((one) => one.id === entry.like);
    if (like) editor.change(withSheetLike(document, like, forOf(entry), entry.name.trim()));
    setOpen(false);
  };
  const required = [{ required: true, whitespace: true, message: t('common:field.required') }];
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('sheet.new')}</Button>
      <Modal open={open} title={t('sheet.new')} onOk={form.submit} onCancel={() => setOpen(false)} destroyOnHidden>
        <Form form={form} layout="vertical" preserve={false} onFinish={add} initialValues={{ kind: 'community', stage: 'base', like: document.sheets[0]?.id ?? '' }}>
          <Form.Item name="kind" label={t('sheet.for')}><Select options={(['communityType', 'community', 'position'] as const).map((value) => ({ value, label: t(`sheet.kind.${value}`) }))} /></Form.Item>
          <Form.Item name="code" label={t('sheet.code')} rules={required}><Input maxLength={60} /></Form.Item>
          {kind === 'communityType' && <Form.Item name="stage" label={t('sheet.stage')}><Select options={STAGES.map((value) => ({ value, label: t(`sheet.stages.${value}`) }))} /></Form.Item>}
          <Form.Item name="name" label={t('sheet.name')} rules={required}><Input maxLength={200} /></Form.Item>
          <Form.Item name="like" label={t('sheet.like')}><Select options={document.sheets.map((one) => ({ value: one.id, label: textOf(one.name) }))} /></Form.Item>
        </Form>
      </Modal>
    </>
  );
}
