import type { BilingualText } from '@fairmark/contracts/common';
import { Flex, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Labelled } from '../../ui/Labelled.js';

interface Props {
  label: string;
  value: BilingualText | undefined;
  onChange: (text: BilingualText | undefined) => void;
  /** Without a text the title is left out of the document. */
  optional?: boolean;
  error?: string | undefined;
  disabled?: boolean;
}

/** A text in both languages; English may be empty and falls back to Chinese. */
export function TextFields({ label, value, onChange, optional = false, error, disabled = false }: Props) {
  const { t } = useTranslation('approvals');
  const change = (zh: string, en: string) => onChange(optional && zh === '' && en === '' ? undefined : { zh, ...(en === '' ? {} : { en }) });
  return (
    <Flex wrap gap="0 12px">
      <div style={{ flex: 1, minWidth: 160 }}><Labelled label={t('text.zh', { label })} error={error}>{(id) => <Input id={id} value={value?.zh ?? ''} maxLength={200} disabled={disabled} onChange={(event) => change(event.target.value, value?.en ?? '')} />}</Labelled></div>
      <div style={{ flex: 1, minWidth: 160 }}><Labelled label={t('text.en', { label })}>{(id) => <Input id={id} value={value?.en ?? ''} maxLength={200} disabled={disabled} onChange={(event) => change(value?.zh ?? '', event.target.value)} />}</Labelled></div>
    </Flex>
  );
}
