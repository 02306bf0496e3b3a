import type { PlanDocument } from '@fairmark/contracts/plans';
import { Flex, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/DataTable.js';
import { Labelled } from '../../ui/Labelled.js';
import { textOf } from '../../ui/text.js';
import { FieldFindings } from './FieldFindings.js';
import { findingsAt, replaced } from './paths.js';
import { RewardPreview } from './RewardPreview.js';
import type { SectionProps } from './sectionProps.js';
import { bpOf } from './weights.js';

const coefficientOf = ({ reward }: PlanDocument, band: string): number => reward.coefficients.find((one) => one.band === band)?.coefficientBp ?? 0;

function withCoefficient(plan: PlanDocument, band: string, coefficientBp: number): PlanDocument {
  const others = plan.reward.coefficients.filter((one) => one.band !== band);
  return { ...plan, reward: { ...plan.reward, coefficients: plan.bands.flatMap((one) => (one.code === band ? [{ band, coefficientBp }] : others.filter((other) => other.band === one.code))) } };
}

function withQuota(plan: PlanDocument, band: string, shareBp: number | null): PlanDocument {
  const others = plan.quotas.quotas.filter((one) => one.band !== band);
  const kind = plan.quotas.quotas.find((one) => one.band === band)?.kind ?? 'maximum';
  return { ...plan, quotas: { ...plan.quotas, quotas: shareBp === null ? others : [...others, { band, kind, shareBp }] } };
}

/** Bands, the distribution that is aimed at, what each band pays, and what that would be for a person. */
export function OutcomeSection({ editor, disabled }: SectionProps) {
  const { t } = useTranslation('planDesign');
  const { document, findings } = editor;
  const { bands, reward, quotas } = document;
  const percent = (label: string, value: number | null, max: number, onChange: (bp: number | null) => void) => (
    <InputNumber aria-label={label} disabled={disabled} min={0} max={max} precision={2} suffix="%" style={{ width: 120 }} value={value === null ? null : value / 100} onChange={(one) => onChange(one === null ? null : bpOf(one))} />
  );
  return (
    <Flex vertical gap={12}>
      <DataTable
        size="small" rowKey="code" pagination={false} dataSource={bands}
        columns={[
          { title: t('outcome.band'), render: (_, band) => `${band.code} ${textOf(band.name)}` },
          { title: t('outcome.lower'), render: (_, band, index) => <InputNumber aria-label={t('outcome.lowerOf', { band: band.code })} disabled={disabled} min={0} max={120} precision={2} value={band.lowerCenti / 100} onChange={(value) => editor.change({ ...document, bands: replaced(bands, index, { ...band, lowerCenti: bpOf(value ?? 0) }) })} /> },
          { title: t('outcome.coefficient'), render: (_, band) => percent(t('outcome.coefficientOf', { band: band.code }), coefficientOf(document, band.code), 500, (bp) => editor.change(withCoefficient(document, band.code, bp ?? 0))) },
          { title: t('outcome.share'), render: (_, band) => percent(t('outcome.shareOf', { band: band.code }), quotas.quotas.find((one) => one.band === band.code)?.shareBp ?? null, 100, (bp) => editor.change(withQuota(document, band.code, bp))) },
        ]}
      />
      <FieldFindings findings={['bands', 'quotas', 'reward', 'buffer', 'personal'].flatMap((path) => findingsAt(findings, path))} onOverride={disabled ? undefined : editor.override} />
      <Labelled label={t('outcome.team')} note={t('outcome.teamNote')}>{() => percent(t('outcome.team'), reward.teamShareBp, 100, (bp) => editor.change({ ...document, reward: { ...reward, teamShareBp: bp ?? 0 } }))}</Labelled>
      <RewardPreview bands={bands} reward={reward} />
    </Flex>
  );
}
