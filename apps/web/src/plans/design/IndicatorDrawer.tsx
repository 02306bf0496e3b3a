import { DIMENSIONS, UNITS, type Indicator, type PlanFinding } from '@fairmark/contracts/plans';
import { Button, Drawer, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { TextFields } from '../../approvals/designer/TextFields.js';
import { Labelled } from '../../ui/Labelled.js';
import { unitName } from '../../ui/quantity.js';
import { textOf } from '../../ui/text.js';
import { CurveFields } from './CurveFields.js';
import { FieldFindings } from './FieldFindings.js';
import { findingsAt } from './paths.js';

interface Props {
  indicator: Indicator;
  others: readonly Indicator[];
  findings: readonly PlanFinding[];
  /** Path of the indicator in the document. */
  path: string;
  disabled: boolean;
  onChange: (indicator: Indicator) => void;
  onClose: () => void;
  onRemove: () => void;
}

/** One indicator with all of its fields and its curve. */
export function IndicatorDrawer({ indicator, others, findings, path, disabled, onChange, onClose, onRemove }: Props) {
  const { t } = useTranslation('planDesign');
  const set = (part: Partial<Indicator>) => onChange({ ...indicator, ...part });
  const chosen = <K extends 'direction' | 'horizon' | 'dimension'>(key: K, options: readonly Indicator[K][]) => (
    <Labelled label={t(`indicator.${key as string}`)}>{(id) => <Select<Indicator[K]> id={id} disabled={disabled} value={indicator[key]} onChange={(value) => set({ [key]: value } as Partial<Indicator>)} options={options.map((value) => ({ value, label: t(`${key as string}.${value as string}`) }))} />}</Labelled>
  );
  const { counterIndicatorId: counter, ...without } = indicator;
  return (
    <Drawer open onClose={onClose} size={560} title={textOf(indicator.name)} extra={!disabled && <Button danger size="small" onClick={onRemove}>{t('newIndicator.remove')}</Button>} styles={{ wrapper: { maxWidth: '100%' } }}>
      <FieldFindings findings={findings} />
      <TextFields label={t('indicator.name')} value={indicator.name} disabled={disabled} onChange={(name) => set({ name: name ?? { zh: '' } })} />
      <Labelled label={t('indicator.unit')}>{(id) => <Select id={id} disabled={disabled} value={indicator.unit} onChange={(unit) => set({ unit })} options={UNITS.map((value) => ({ value, label: unitName(value) || t('indicator.count') }))} />}</Labelled>
      {chosen('direction', ['higher', 'lower'])}
      {chosen('horizon', ['short', 'long'])}
      {chosen('dimension', DIMENSIONS)}
      <TextFields label={t('indicator.source')} value={indicator.source} disabled={disabled} onChange={(source) => set({ source: source ?? { zh: '' } })} />
      {(['min', 'max'] as const).map((end) => (
        <Labelled key={end} label={t(`indicator.${end}`)} error={findingsAt(findings, `${path}.validity`).length > 0 ? t('problems:PLAN.RANGE_EMPTY') : undefined}>
          {(id) => <Input id={id} disabled={disabled} inputMode="decimal" value={indicator.validity[end]} onChange={(event) => set({ validity: { ...indicator.validity, [end]: event.target.value.trim() } })} />}
        </Labelled>
      ))}
      <Labelled label={t('indicator.counter')} note={t('indicator.counterNote')}>
        {(id) => <Select id={id} allowClear showSearch={{ optionFilterProp: 'label' }} disabled={disabled} value={counter} onChange={(value) => onChange(value ? { ...indicator, counterIndicatorId: value } : without)} options={others.filter((one) => one.id !== indicator.id).map((one) => ({ value: one.id, label: textOf(one.name) }))} />}
      </Labelled>
      {indicator.curve && <CurveFields curve={indicator.curve} disabled={disabled} onChange={(curve) => set({ curve })} />}
    </Drawer>
  );
}
