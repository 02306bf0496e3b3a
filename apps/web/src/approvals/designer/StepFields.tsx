import { SamePersonPolicy } from '@fairmark/contracts/approvals';
import { Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Labelled } from '../../ui/Labelled.js';
import { STEP_TYPES, type EditedStep } from './document.js';
import { DurationField } from './DurationField.js';
import { FlagField } from './FlagField.js';
import { asType, evenWeights } from './newNode.js';
import type { NodeProps } from './NodeFields.js';
import { Reminders } from './Reminders.js';
import { SourceList } from './SourceList.js';
import type { EditedSource } from './sourceTypes.js';
import { TextFields } from './TextFields.js';
import { TimeoutField } from './TimeoutField.js';
import { VoteFields } from './VoteFields.js';

/** Everything about a step in which somebody decides. */
export function StepFields({ node, onChange, document, errorOf }: NodeProps<EditedStep>) {
  const { t } = useTranslation('approvals');
  const set = (change: Partial<EditedStep>) => onChange({ ...node, ...change } as EditedStep);
  // Weights belong to seats: with another number of seats the old ones fit no longer.
  const seats = (approvers: EditedSource[]) => set({ approvers, ...(node.type === 'weightedVote' && approvers.length !== node.approvers.length ? { weightsBp: evenWeights(approvers.length) } : {}) });
  return (
    <>
      <TextFields label={t('step.title')} value={node.title} error={errorOf('title')} onChange={(title) => title && set({ title })} />
      <Labelled label={t('step.type')} error={errorOf('type')} note={t(`typeNote.${node.type}`)}>{(id) => <Select id={id} value={node.type} onChange={(type) => onChange(asType(node, type))} options={STEP_TYPES.map((value) => ({ value, label: t(`type.${value}`) }))} />}</Labelled>
      <Labelled label={t('step.approvers')} error={errorOf('approvers')}>{() => <SourceList sources={node.approvers} document={document} nodeId={node.id} onChange={seats} />}</Labelled>
      {node.type === 'weightedVote' && <VoteFields node={node} onChange={onChange} document={document} errorOf={errorOf} />}
      {node.type === 'allOf' && <Labelled label={t('step.onReject')}>{(id) => <Radio.Group id={id} value={node.onReject ?? 'veto'} onChange={({ target }) => onChange({ ...node, onReject: target.value as 'veto' | 'waitForAll' })} options={(['veto', 'waitForAll'] as const).map((value) => ({ value, label: t(`onReject.${value}`) }))} />}</Labelled>}
      <Labelled label={t('step.duration')} error={errorOf('duration')}>{(id) => <DurationField id={id} label={t('step.duration')} value={node.duration} onChange={(duration) => set({ duration })} />}</Labelled>
      <Labelled label={t('step.reminders')} error={errorOf('reminders')}>{() => <Reminders value={node.reminders ?? []} onChange={(reminders) => set({ reminders })} />}</Labelled>
      <Labelled label={t('step.timeout')} error={errorOf('timeout')}>{(id) => <TimeoutField id={id} kind={document.kind} value={node.timeout} onChange={(timeout) => set({ timeout })} />}</Labelled>
      <Labelled label={t('step.fallback')} error={errorOf('fallback')} note={t('step.fallbackNote')}>{() => <SourceList asFallback sources={node.fallback ?? []} document={document} nodeId={node.id} onChange={(fallback) => set({ fallback })} />}</Labelled>
      <Labelled label={t('step.samePerson')} error={errorOf('samePerson')}>
        {(id) => <Select<SamePersonPolicy> id={id} allowClear placeholder={t('samePerson.asProcess')} value={node.samePerson ?? null} onChange={(samePerson?: SamePersonPolicy) => onChange(without(node, 'samePerson', samePerson))} options={SamePersonPolicy.options.map((value) => ({ value, label: t(`samePerson.${value}`) }))} />}
      </Labelled>
      <Labelled label={t('step.when')} error={errorOf('when')}>{(id) => <FlagField id={id} document={document} value={node.when} onChange={(when) => onChange(without(node, 'when', when))} />}</Labelled>
    </>
  );
}

/** The node with a property, or without it where nothing is chosen: absent and empty are not the same in a document. */
export function without<Node extends object, Key extends keyof Node>(node: Node, key: Key, value: Node[Key] | undefined): Node {
  const { [key]: _old, ...rest } = node;
  return (value === undefined ? rest : { ...rest, [key]: value }) as Node;
}
