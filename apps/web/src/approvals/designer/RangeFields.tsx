import type { Comparison } from '@fairmark/contracts/approvals';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { shownValue, storedValue } from '../../ui/quantity.js';

type Range = Extract<z.input<typeof Comparison>, { test: 'between' }>;

/** From (included) and below (not included); an empty end is open. Money is typed in whole units and kept in cents. */
export function RangeFields({ test, amount, onChange }: { test: Range; amount: boolean; onChange: (test: Range) => void }) {
  const { t } = useTranslation('approvals');
  return (
    <>
      <Bound label={t('condition.atLeast')} amount={amount} value={test.atLeast ?? null} onChange={(atLeast) => onChange({ ...test, atLeast })} />
      <Bound label={t('condition.below')} amount={amount} value={test.below ?? null} onChange={(below) => onChange({ ...test, below })} />
    </>
  );
}

function Bound({ label, amount, value, onChange }: { label: string; amount: boolean; value: number | null; onChange: (value: number | null) => void }) {
  const unit = amount ? 'cents' : null;
  const [typed, setTyped] = useState(value === null ? '' : shownValue(String(value), unit));
  const [wrong, setWrong] = useState(false);
  const change = (text: string) => {
    setTyped(text);
    const stored = storedValue(text, unit);
    const valid = text.trim() === '' || /^-?\d{1,15}$/.test(stored);
    setWrong(!valid);
    if (valid) onChange(text.trim() === '' ? null : Number(stored));
  };
  return <Input aria-label={label} prefix={label} inputMode="decimal" value={typed} status={wrong ? 'error' : ''} onChange={(event) => change(event.target.value)} style={{ width: 150 }} />;
}
