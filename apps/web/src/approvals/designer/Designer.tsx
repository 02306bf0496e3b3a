import type { DefinitionView, DefinitionVersionView } from '@fairmark/contracts/approvals';
import { useBlocker } from '@tanstack/react-router';
import { Flex, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { showInstant } from '../../ui/format.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { personName } from '../../ui/PersonName.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Sections } from '../../ui/Sections.js';
import { textOf } from '../../ui/text.js';
import { ToneTag } from '../../ui/ToneTag.js';
import { DesignerChart } from './DesignerChart.js';
import { Differences } from './Differences.js';
import type { EditedDocument } from './document.js';
import { placed } from './findings.js';
import { FindingsPanel } from './FindingsPanel.js';
import { FormFields } from './FormFields.js';
import { JsonField } from './JsonField.js';
import { useMayWrite } from './mayWrite.js';
import { NodeDrawer } from './NodeDrawer.js';
import { Rehearsal } from './Rehearsal.js';
import { SettingsFields } from './SettingsFields.js';
import { useEditor } from './useEditor.js';
import { useFindings } from './useFindings.js';
import { VersionActs } from './VersionActs.js';

interface Props {
  definition: DefinitionView;
  version: DefinitionVersionView;
  initial: EditedDocument;
  onVersion: (version: number) => void;
  onGone: () => void;
}

/** One version on screen: its chart, form and settings, rehearsal, what changed. A draft is checked while it is edited. */
export function Designer({ definition, version, initial, onVersion, onGone }: Props) {
  const { t } = useTranslation('approvals');
  const editor = useEditor(version, initial);
  const { document } = editor;
  const disabled = !useMayWrite() || version.state !== 'draft';
  const checked = useFindings(document, version.findings, editor.touched);
  const findings = placed(document, checked.findings);
  const errors = findings.filter((one) => one.severity === 'error').length;
  useBlocker({ shouldBlockFn: () => editor.edited && !window.confirm(t('act.leave')), enableBeforeUnload: () => editor.edited });
  const versions = definition.versions.map((one) => ({ value: one.version, label: `v${one.version} ${t(`state.${one.state}`)}` }));
  const chart = (
    <Flex vertical gap={12}>
      <FindingsPanel document={document} findings={findings} checking={checked.checking} onOpen={editor.select} />
      <DesignerChart document={document} findings={findings} selected={editor.selected} onSelect={editor.select} onAdd={disabled ? undefined : editor.add} />
    </Flex>
  );
  return (
    <>
      <PageTitle title={textOf(document.title)} note={<Note version={version} kind={document.kind} />}>
        {editor.edited && <ToneTag tone="warn">{t('act.unsaved')}</ToneTag>}
        <Select aria-label={t('column.versions')} value={version.version} onChange={onVersion} options={versions} style={{ minWidth: 130 }} />
        <VersionActs definition={definition} version={version} editor={editor} errors={errors} onVersion={onVersion} onGone={onGone} />
      </PageTitle>
      {checked.error !== null && <ProblemAlert error={checked.error} />}
      <Sections
        sections={[
          { key: 'chart', label: t('tab.chart'), content: chart },
          { key: 'form', label: t('tab.form'), content: <FormFields document={document} disabled={disabled} onChange={(form) => editor.change({ ...document, form })} /> },
          { key: 'settings', label: t('tab.settings'), content: <SettingsFields document={document} disabled={disabled} onChange={editor.change} /> },
          { key: 'rehearsal', label: t('tab.rehearsal'), content: <Rehearsal document={document} /> },
          { key: 'differences', label: t('tab.differences'), content: <Differences definition={definition.id} versions={definition.versions} version={version.version} document={document} /> },
          { key: 'document', label: t('tab.document'), content: <JsonField document={document} disabled={disabled} onChange={editor.change} /> },
        ]}
      />
      <NodeDrawer document={document} findings={findings} place={editor.selected} disabled={disabled} onChange={editor.setNode} onMove={editor.move} onRemove={editor.remove} onClose={() => editor.select(null)} />
    </>
  );
}

/** Kind, purposes, who published it, how many cases run with it. */
function Note({ version, kind }: { version: DefinitionVersionView; kind: EditedDocument['kind'] }) {
  const { t } = useTranslation('approvals');
  const published = version.publishedAt && t('version.published', { at: showInstant(version.publishedAt), name: version.publishedBy ? personName(version.publishedBy) : '–' });
  return <>{[version.id, t(`kind.${kind}`), version.shipped && t('use.shipped'), published, version.running > 0 && t('version.running', { count: version.running })].filter(Boolean).join(' · ')}</>;
}
