import type { PlanStep, StepRule } from '@fairmark/contracts/plans';
import { Flex, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { DurationField } from '../../approvals/designer/DurationField.js';
import { DataTable } from '../../ui/DataTable.js';
import { Labelled } from '../../ui/Labelled.js';
import { FieldFindings } from './FieldFindings.js';
import { findingsAt } from './paths.js';
import type { SectionProps } from './sectionProps.js';

const TIMEOUTS = ['escalate', 'extend', 'default'] as const;
const BY = { n: 2, unit: 'workingDay' } as const;

const timeoutOf = (kind: (typeof TIMEOUTS)[number]): StepRule['timeout'] => (kind === 'extend' ? { kind, by: BY } : { kind });

/** Lengths of the steps that the plan gives, what happens at their deadline, and the improvement buffer. */
export function StepsSection({ editor, disabled }: SectionProps) {
  const { t } = useTranslation('planDesign');
  const { document, findings } = editor;
  const { improvement, shadow } = document.buffer;
  const rows = Object.entries(document.steps).flatMap(([step, rule]) => (rule ? [{ step: step as PlanStep, rule }] : []));
  const name = (step: PlanStep) => t(`steps:step.${step}`, { defaultValue: t(`plans:reading.window.${step}`, { defaultValue: step }) });
  const set = (step: PlanStep, rule: StepRule) => editor.change({ ...document, steps: { ...document.steps, [step]: rule } });
  return (
    <Flex vertical gap={12}>
      <DataTable
        size="small" rowKey="step" pagination={false} dataSource={rows}
        columns={[
          { title: t('step.name'), render: (_, { step }) => name(step) },
          { title: t('step.length'), render: (_, { step, rule }) => <DurationField label={name(step)} disabled={disabled} value={rule.duration} onChange={(duration) => set(step, { ...rule, duration })} /> },
          { title: t('step.timeout'), render: (_, { step, rule }) => <Select aria-label={t('step.timeoutOf', { step: name(step) })} disabled={disabled} value={rule.timeout.kind} onChange={(kind) => set(step, { ...rule, timeout: timeoutOf(kind) })} options={TIMEOUTS.map((value) => ({ value, label: t(`plans:reading.atTimeout.${value}`) }))} style={{ width: 160 }} /> },
          { title: t('found'), render: (_, { step }) => <FieldFindings findings={findingsAt(findings, `steps.${step}`)} /> },
        ]}
      />
      <Labelled label={t('buffer.shadow')}>{(id) => <InputNumber id={id} disabled={disabled} min={0} max={4} precision={0} value={shadow.cycles} onChange={(cycles) => editor.change({ ...document, buffer: { ...document.buffer, shadow: { ...shadow, cycles: cycles ?? 0 } } })} />}</Labelled>
      <Labelled label={t('buffer.weeks')}>{(id) => <InputNumber id={id} disabled={disabled} min={4} max={26} precision={0} value={improvement.weeks} onChange={(weeks) => editor.change({ ...document, buffer: { ...document.buffer, improvement: { ...improvement, weeks: weeks ?? 8 } } })} />}</Labelled>
    </Flex>
  );
}
