import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Labelled } from '../../ui/Labelled.js';
import { textOf } from '../../ui/text.js';
import { useDefinitions } from '../queries.js';
import type { NodeOf } from './document.js';
import { FlagField } from './FlagField.js';
import type { NodeProps } from './NodeFields.js';
import { without } from './StepFields.js';
import { TextFields } from './TextFields.js';

/** Another process at this place, in a version that is published and therefore never changes. */
export function SubProcessFields({ node, onChange, document, errorOf }: NodeProps<NodeOf<'subProcess'>>) {
  const { t } = useTranslation('approvals');
  const definitions = (useDefinitions().data?.definitions ?? []).filter((one) => one.kind === document.kind && one.versions.some(({ state }) => state === 'published'));
  const versionsOf = (id: string): number[] => definitions.find((one) => one.id === id)?.versions.filter(({ state }) => state === 'published').map(({ version }) => version) ?? [];
  return (
    <>
      <TextFields optional label={t('step.title')} value={node.title} error={errorOf('title')} onChange={(title) => onChange(without(node, 'title', title))} />
      <Labelled label={t('subProcess.definition')} error={errorOf('definitionId')} note={t('typeNote.subProcess')}>
        {(id) => <Select id={id} value={node.definitionId || null} onChange={(definitionId: string) => onChange({ ...node, definitionId, version: versionsOf(definitionId)[0] ?? 1 })} options={definitions.map((one) => ({ value: one.id, label: one.title ? textOf(one.title) : one.id }))} />}
      </Labelled>
      <Labelled label={t('subProcess.version')} error={errorOf('version')}>{(id) => <Select id={id} value={node.version} onChange={(version) => onChange({ ...node, version })} options={versionsOf(node.definitionId).map((value) => ({ value, label: `v${value}` }))} />}</Labelled>
      <Labelled label={t('step.when')} error={errorOf('when')}>{(id) => <FlagField id={id} document={document} value={node.when} onChange={(when) => onChange(without(node, 'when', when))} />}</Labelled>
    </>
  );
}
