import type { PilotView } from '@fairmark/contracts/pilots';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../ui/Chart.js';

/** Readings of one measure against its baseline and limits. The drawing takes numbers; the table shows the exact text. */
export function GuardChart({ measure }: { measure: PilotView['measures'][number] }) {
  const { t } = useTranslation('pilots');
  const option = useMemo(() => ({
    xAxis: { type: 'category', data: measure.readings.map(({ asOf }) => asOf.slice(0, 10)) }, yAxis: { type: 'value', scale: true },
    series: [{ type: 'line', data: measure.readings.map(({ value }) => value), markLine: { data: [measure.min, measure.max, measure.baseline].filter((line) => line !== null).map((line) => ({ yAxis: Number(line) })) } }],
  }), [measure]);
  const numbers = { columns: [t('date'), t('value'), t('sample'), t('broken')], rows: measure.readings.map(({ asOf, value, sampleSize, broken }) => [asOf.slice(0, 10), value, sampleSize, broken ? t('yes') : '']) };
  const limits = t('limits', { min: measure.min ?? '—', max: measure.max ?? '—', baseline: measure.baseline ?? '—' });
  return <Chart title={`${t(`pdca:measure.${measure.key}`)} · ${limits}`} option={option} numbers={numbers} height={180} />;
}
