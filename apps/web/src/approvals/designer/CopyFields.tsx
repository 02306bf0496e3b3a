import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Labelled } from '../../ui/Labelled.js';
import type { NodeOf } from './document.js';
import { FlagField } from './FlagField.js';
import type { NodeProps } from './NodeFields.js';
import { SourceList } from './SourceList.js';
import { without } from './StepFields.js';
import { TextFields } from './TextFields.js';

/** Who is told; a copy decides nothing and shows nobody more than they may see anyway. */
export function CopyFields({ node, onChange, document, errorOf }: NodeProps<NodeOf<'copy'>>) {
  const { t } = useTranslation('approvals');
  return (
    <>
      <Alert type="info" title={t('typeNote.copy')} style={{ marginBlockEnd: 12 }} />
      <TextFields label={t('step.title')} value={node.title} error={errorOf('title')} onChange={(title) => title && onChange({ ...node, title })} />
      <Labelled label={t('copy.recipients')} error={errorOf('recipients')}>{() => <SourceList sources={node.recipients} document={document} nodeId={node.id} onChange={(recipients) => onChange({ ...node, recipients })} />}</Labelled>
      <Labelled label={t('step.when')} error={errorOf('when')}>{(id) => <FlagField id={id} document={document} value={node.when} onChange={(when) => onChange(without(node, 'when', when))} />}</Labelled>
    </>
  );
}
