import type { RolloutView } from '@fairmark/contracts/rollouts';
import { Flex } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../ui/Chart.js';
import { textOf } from '../ui/text.js';
import { ganttOption } from './gantt.js';
import { StepActs } from './StepActs.js';

/** Gantt chart: planned, and as it looks now; the table says the same with slip and actual dates. */
export function Schedule({ rollout }: { rollout: RolloutView }) {
  const { t } = useTranslation('rollouts');
  const { steps } = rollout;
  const option = useMemo(() => ganttOption(steps.map((step) => ({ ...step, name: textOf(step.title) })), { planned: t('planned'), forecast: t('forecast') }), [steps, t]);
  const columns = [t('step'), t('column.phase'), t('stateTitle'), t('planned'), t('forecast'), t('actual'), t('slip'), t('critical')];
  const rows = steps.map((step) => [textOf(step.title), t(`steps:phase.${step.phase}`), t(`state.${step.state}`), `${step.plannedFrom} – ${step.plannedTo}`, `${step.forecastFrom} – ${step.forecastTo}`, step.actualFrom ? `${step.actualFrom} – ${step.actualTo ?? ''}` : null, step.slipDays, step.critical ? '●' : null]);
  return (
    <Flex vertical gap={12}>
      <Chart title={t('gantt')} option={option} numbers={{ columns, rows }} height={60 + steps.length * 34} />
      <StepActs rollout={rollout} />
    </Flex>
  );
}
