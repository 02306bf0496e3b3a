import type { DefinitionView, DefinitionVersionView } from '@fairmark/contracts/approvals';
import { Button, Modal, Popconfirm, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { useMayWrite } from './mayWrite.js';
import { useDefinitionActs } from './useDefinitionActs.js';
import type { Editor } from './useEditor.js';

interface Props {
  definition: DefinitionView;
  version: DefinitionVersionView;
  editor: Editor;
  /** Errors keep it from being published. */
  errors: number;
  onVersion: (version: number) => void;
  onGone: () => void;
}

/** What can be done with the version on screen: a draft is saved, published or dropped; a published one is retired or becomes the next draft. */
export function VersionActs({ definition, version, editor, errors, onVersion, onGone }: Props) {
  const { t } = useTranslation('approvals');
  const acts = useDefinitionActs(definition.id);
  const draft = definition.versions.find((one) => one.state === 'draft');
  if (!useMayWrite()) return null;
  const save = () => acts.save.mutateAsync({ document: editor.document, changedAt: editor.changedAt }).then((saved) => editor.saved(editor.document, saved.changedAt));
  const failed = [acts.save, acts.drop, acts.move, acts.next].find((one) => one.isError);
  return (
    <>
      {version.state === 'draft' && (
        <>
          <Popconfirm title={t('act.dropConfirm')} onConfirm={() => acts.drop.mutate(undefined, { onSuccess: onGone })}><Button danger loading={acts.drop.isPending}>{t('act.drop')}</Button></Popconfirm>
          <Button disabled={!editor.edited} loading={acts.save.isPending} onClick={() => void save().catch(() => undefined)}>{t('act.save')}</Button>
          <Publish disabled={errors > 0} busy={acts.move.isPending || acts.save.isPending} version={version.version} onPublish={() => (editor.edited ? save() : Promise.resolve()).then(() => acts.move.mutateAsync({ version: version.version, to: 'publish' }))} />
        </>
      )}
      {version.state === 'published' && !version.shipped && <Popconfirm title={t('act.retireConfirm')} onConfirm={() => acts.move.mutate({ version: version.version, to: 'retire' })}><Button loading={acts.move.isPending}>{t('act.retire')}</Button></Popconfirm>}
      {version.state !== 'draft' && (draft
        ? <Button type="primary" onClick={() => onVersion(draft.version)}>{t('act.toDraft', { version: draft.version })}</Button>
        : <Button type="primary" loading={acts.next.isPending} onClick={() => acts.next.mutate(editor.document, { onSuccess: (made) => onVersion(made.version) })}>{t('act.next')}</Button>)}
      {failed && <div style={{ flexBasis: '100%' }}><ProblemAlert error={failed.error} /></div>}
    </>
  );
}

/** Publishing is confirmed: from then on the version never changes. */
function Publish({ disabled, busy, version, onPublish }: { disabled: boolean; busy: boolean; version: number; onPublish: () => Promise<unknown> }) {
  const { t } = useTranslation('approvals');
  const [open, setOpen] = useState(false);
  const publish = () => void onPublish().catch(() => undefined).finally(() => setOpen(false));
  return (
    <>
      <Button type="primary" disabled={disabled} onClick={() => setOpen(true)}>{t('act.publish')}</Button>
      <Modal open={open} title={t('act.publishTitle', { version })} okText={t('act.publish')} confirmLoading={busy} onOk={publish} onCancel={() => setOpen(false)}><Typography.Paragraph>{t('act.publishText')}</Typography.Paragraph></Modal>
    </>
  );
}
