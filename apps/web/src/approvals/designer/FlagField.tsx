import type { NodeCondition } from '@fairmark/contracts/approvals';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { textOf } from '../../ui/text.js';
import type { EditedDocument } from './document.js';

/** Flags that the process itself sets. */
const FLAGS: Partial<Record<EditedDocument['kind'], readonly string[]>> = { goals: ['realismFlagged'], calibration: ['hrFirst'] };

/** A step that runs only when a flag of the submission is set, or only when it is not. */
export function FlagField({ id, document, value, onChange }: { id: string; document: EditedDocument; value: NodeCondition | undefined; onChange: (value: NodeCondition | undefined) => void }) {
  const { t } = useTranslation('approvals');
  const flags = [
    ...(FLAGS[document.kind] ?? []).map((flag) => ({ flag, label: t(`flag.${flag}`) })),
    ...(document.form ?? []).filter((field) => field.type === 'flag').map((field) => ({ flag: field.id, label: textOf(field.title) })),
  ];
  const known = flags.some(({ flag }) => flag === value?.flag) || !value ? flags : [...flags, { flag: value.flag, label: value.flag }];
  const options = known.flatMap(({ flag, label }) => [{ value: `${flag} true`, label: t('condition.flagSet', { flag: label }) }, { value: `${flag} false`, label: t('condition.flagNotSet', { flag: label }) }]);
  const choose = (chosen?: string) => {
    const [flag = '', is] = chosen?.split(' ') ?? [];
    onChange(flag ? { flag, is: is === 'true' } : undefined);
  };
  return <Select<string> id={id} allowClear placeholder={t('condition.always')} value={value ? `${value.flag} ${String(value.is)}` : null} onChange={choose} options={options} style={{ width: '100%' }} />;
}
