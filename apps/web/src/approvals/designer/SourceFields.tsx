import type { ApprovalKind } from '@fairmark/contracts/approvals';
import { Checkbox, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '../../ui/PersonPicker.js';
import { textOf } from '../../ui/text.js';
import { useNames } from '../useNames.js';
import { isStep, type EditedDocument } from './document.js';
import { PanelFields } from './PanelFields.js';
import { rolesFor, scopesFor, type EditedSource } from './sourceTypes.js';
import { nodesBefore } from './walk.js';

export interface SourceProps<Type extends EditedSource['type'] = EditedSource['type']> {
  source: Extract<EditedSource, { type: Type }>;
  onChange: (source: EditedSource) => void;
  document: EditedDocument;
  /** The node to which the source belongs. */
  nodeId: string;
}

/** What a source needs besides its type. */
export function SourceFields({ source, ...rest }: SourceProps) {
  if (source.type === 'lineManager') return <LevelFields source={source} {...rest} />;
  if (source.type === 'person') return <PersonField source={source} {...rest} />;
  if (source.type === 'role') return <RoleFields source={source} {...rest} />;
  if (source.type === 'submitterChooses') return <ChooseFields source={source} {...rest} />;
  if (source.type === 'previousApprovers') return <NodeField source={source} {...rest} />;
  if (source.type === 'panel') return <PanelFields source={source} {...rest} />;
  return null;
}

function LevelFields({ source, onChange }: SourceProps<'lineManager'>) {
  const { t } = useTranslation('approvals');
  return (
    <>
      <InputNumber aria-label={t('source.level')} prefix={t('source.level')} min={1} max={10} precision={0} value={source.level} onChange={(level) => onChange({ ...source, level: level ?? 1 })} style={{ width: 140 }} />
      <Checkbox checked={source.upTo ?? false} onChange={({ target }) => onChange(target.checked ? { ...source, upTo: true } : { type: 'lineManager', level: source.level })}>{t('source.upTo')}</Checkbox>
    </>
  );
}

function PersonField({ source, onChange }: SourceProps<'person'>) {
  const { t } = useTranslation('approvals');
  const name = useNames(source.personId ? [source.personId] : []).person(source.personId);
  return <PersonPicker label={t('source.person')} max={1} value={source.personId ? [source.personId] : []} known={name ? [{ id: source.personId, name }] : []} onChange={([personId = '']) => onChange({ ...source, personId })} />;
}

function RoleFields({ source, onChange, document }: SourceProps<'role'>) {
  const { t } = useTranslation('approvals');
  const kind: ApprovalKind = document.kind;
  const scopes = scopesFor(kind, source.role);
  const choose = (role: string) => onChange({ ...source, role, scope: scopesFor(kind, role).find((scope) => scope === source.scope) ?? scopesFor(kind, role)[0] ?? 'company' });
  return (
    <>
      <Select aria-label={t('source.role')} value={source.role} onChange={choose} options={rolesFor(kind).map((value) => ({ value, label: t(`role.${value}`) }))} style={{ width: 140 }} />
      <Select aria-label={t('source.scope')} value={source.scope} onChange={(scope) => onChange({ ...source, scope })} options={scopes.map((value) => ({ value, label: t(`scope.${value}`) }))} style={{ width: 170 }} />
    </>
  );
}

function ChooseFields({ source, onChange }: SourceProps<'submitterChooses'>) {
  const { t } = useTranslation('approvals');
  return (
    <>
      <InputNumber aria-label={t('source.min')} prefix={t('source.min')} min={1} max={20} precision={0} value={source.min} onChange={(min) => onChange({ ...source, min: min ?? 1 })} style={{ width: 120 }} />
      <InputNumber aria-label={t('source.max')} prefix={t('source.max')} min={1} max={20} precision={0} value={source.max} onChange={(max) => onChange({ ...source, max: max ?? 1 })} style={{ width: 120 }} />
    </>
  );
}

function NodeField({ source, onChange, document, nodeId }: SourceProps<'previousApprovers'>) {
  const { t } = useTranslation('approvals');
  const options = nodesBefore(document, nodeId).filter(isStep).map((node) => ({ value: node.id, label: textOf(node.title) }));
  return <Select aria-label={t('source.previousNode')} placeholder={t('source.previousNode')} value={source.nodeId || null} onChange={(id: string) => onChange({ ...source, nodeId: id })} options={options} style={{ minWidth: 200 }} />;
}
