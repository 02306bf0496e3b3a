import type { Curve } from '@fairmark/contracts/plans';
import { Button, Flex, Input, InputNumber } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../ui/Chart.js';
import { replaced } from './paths.js';

interface Props {
  curve: Curve;
  disabled: boolean;
  onChange: (curve: Curve) => void;
}

const hundredths = (value: number | null): number => Math.round((value ?? 0) * 100);
type Linear = Extract<Curve, { kind: 'linear' }>;

/** The curve from achievement to score, drawn and as its points; steps by the distance to the target are a list. */
export function CurveFields({ curve, disabled, onChange }: Props) {
  const { t } = useTranslation('planDesign');
  if (curve.kind === 'linear') return <LinearFields curve={curve} disabled={disabled} onChange={onChange} />;
  return (
    <Flex vertical gap={8}>
      {curve.steps.map((step, index) => (
        <Flex key={index} gap={8} align="center">
          <Input aria-label={t('curve.from', { no: index + 1 })} disabled={disabled} value={step.minDifference} onChange={(event) => onChange({ ...curve, steps: replaced(curve.steps, index, { ...step, minDifference: event.target.value.trim() }) })} />
          <InputNumber aria-label={t('curve.score', { no: index + 1 })} disabled={disabled} min={0} max={120} precision={2} value={step.scoreCenti / 100} onChange={(score) => onChange({ ...curve, steps: replaced(curve.steps, index, { ...step, scoreCenti: hundredths(score) }) })} />
        </Flex>
      ))}
    </Flex>
  );
}

function LinearFields({ curve, disabled, onChange }: Props & { curve: Linear }) {
  const { t } = useTranslation('planDesign');
  const { points } = curve;
  const option = useMemo(() => ({
    grid: { left: 48, right: 16, top: 16, bottom: 32 }, tooltip: { trigger: 'axis' },
    xAxis: { type: 'value', name: '%', max: 'dataMax' }, yAxis: { type: 'value', min: 0, max: 120 },
    series: [{ type: 'line', data: points.map((point) => [point.achievementBp / 100, point.scoreCenti / 100]) }],
  }), [points]);
  const set = (index: number, point: Partial<Linear['points'][number]>) => onChange({ ...curve, points: points.map((one, at) => (at === index ? { ...one, ...point } : one)) });
  const last = points.at(-1);
  return (
    <Flex vertical gap={8}>
      <Chart title={t('curve.title')} option={option} height={200} numbers={{ columns: [t('curve.achievement'), t('curve.points')], rows: points.map((point) => [point.achievementBp / 100, point.scoreCenti / 100]) }} />
      {points.map((point, index) => (
        <Flex key={index} gap={8} align="center">
          <InputNumber aria-label={t('curve.from', { no: index + 1 })} disabled={disabled} min={0} max={1_000} precision={2} suffix="%" value={point.achievementBp / 100} onChange={(value) => set(index, { achievementBp: hundredths(value) })} />
          <InputNumber aria-label={t('curve.score', { no: index + 1 })} disabled={disabled} min={0} max={120} precision={2} value={point.scoreCenti / 100} onChange={(value) => set(index, { scoreCenti: hundredths(value) })} />
          {!disabled && points.length > 2 && <Button size="small" onClick={() => onChange({ ...curve, points: points.toSpliced(index, 1) })}>{t('remove')}</Button>}
        </Flex>
      ))}
      {!disabled && last && points.length < 20 && <Button size="small" onClick={() => onChange({ ...curve, points: [...points, { achievementBp: last.achievementBp + 1_000, scoreCenti: last.scoreCenti }] })}>{t('curve.add')}</Button>}
    </Flex>
  );
}
