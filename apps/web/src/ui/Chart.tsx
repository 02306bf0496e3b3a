import { Segmented, Spin } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartTable, type ChartNumbers } from './chart/ChartTable.js';

const Canvas = lazy(() => import('./chart/Canvas.js').then((module) => ({ default: module.Canvas })));

export type { ChartNumbers } from './chart/ChartTable.js';

interface Props {
  /** What the chart says in one sentence. */
  title: string;
  /** Option of ECharts; keep it stable (`useMemo`), it is drawn anew whenever it changes. */
  option: EChartsCoreOption;
  /** The same as numbers: every chart has them. */
  numbers: ChartNumbers;
  height?: number;
}

/** A chart and its numbers as a table; the drawing is loaded only where one is shown. */
export function Chart({ title, option, numbers, height = 280 }: Props) {
  const { t } = useTranslation('common');
  const [shown, setShown] = useState<'drawing' | 'table'>('drawing');
  return (
    <figure style={{ margin: 0 }}>
      <figcaption style={{ display: 'flex', justifyContent: 'space-between', gap: 12, flexWrap: 'wrap', marginBottom: 8 }}>
        <span>{title}</span>
        <Segmented size="small" value={shown} onChange={setShown} options={[{ value: 'drawing', label: t('chart.drawing') }, { value: 'table', label: t('chart.table') }]} />
      </figcaption>
      {shown === 'table' ? <ChartTable numbers={numbers} /> : <Suspense fallback={<Spin style={{ display: 'block', height }} />}><Canvas option={option} height={height} label={title} /></Suspense>}
    </figure>
  );
}
