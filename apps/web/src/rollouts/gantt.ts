import type { RolloutStepView } from '@fairmark/contracts/rollouts';
import type { EChartsCoreOption } from 'echarts/core';

type Bar = RolloutStepView & { name: string };

/** Length in days including the last one. */
const length = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

/** Stacked bars of which the first part is not drawn: where each step begins, counted in days from the first. Two rows of bars: planned above, forecast below. */
export function ganttOption(steps: readonly Bar[], names: { planned: string; forecast: string }): EChartsCoreOption {
  const first = steps.map((step) => (step.plannedFrom < step.forecastFrom ? step.plannedFrom : step.forecastFrom)).sort()[0] ?? '2000-01-01';
  const offset = (date: string): number => (Date.parse(date) - Date.parse(first)) / 86_400_000;
  const dateAt = (days: number): string => new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 7);
  const bars = (stack: string, name: string, from: (step: Bar) => string, to: (step: Bar) => string) => [
    { type: 'bar', stack, silent: true, itemStyle: { color: 'transparent' }, data: steps.map((step) => offset(from(step))), tooltip: { show: false } },
    { type: 'bar', stack, name, barMaxWidth: 12, data: steps.map((step) => length(from(step), to(step))) },
  ];
  return {
    legend: { data: [names.planned, names.forecast] }, grid: { left: 8, right: 16, top: 32, bottom: 8, containLabel: true },
    xAxis: { type: 'value', axisLabel: { formatter: dateAt } }, yAxis: { type: 'category', inverse: true, data: steps.map((step) => step.name) },
    series: [...bars('planned', names.planned, (step) => step.plannedFrom, (step) => step.plannedTo), ...bars('forecast', names.forecast, (step) => step.forecastFrom, (step) => step.forecastTo)],
  };
}
