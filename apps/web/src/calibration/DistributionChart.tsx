import type { CalibrationView } from '@fairmark/contracts/calibration';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fontFamily } from '../app/theme.js';

register([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** People per band now, as signed off and after appeals, against the numbers of the quota. */
export function DistributionChart({ session }: { session: CalibrationView }) {
  const { t } = useTranslation('calibration');
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return undefined;
    const chart = init(host.current, undefined, { renderer: 'svg' });
    const codes = session.bands.map((band) => band.code);
    const count = (bands: readonly { band: string; count: number }[], code: string): number => bands.find((one) => one.band === code)?.count ?? 0;
    const after = session.distributionAfterAppeals;
    const lines = session.quotas?.find((quota) => quota.applies !== 'none')?.lines ?? [];
    const asked = (code: string): number | null => { const line = lines.find((one) => one.band === code); return line ? (line.most ?? line.least) : null; };
    chart.setOption({
      textStyle: { fontFamily }, color: ['#1f5fd6', '#8a94a6', '#f0b429'], tooltip: {}, legend: { top: 0, textStyle: { fontFamily } }, grid: { left: 36, right: 8, top: 36, bottom: 24 }, xAxis: { type: 'category', data: codes }, yAxis: { type: 'value', minInterval: 1 },
      series: [
        { name: t(after ? 'asSignedOff' : 'now'), type: 'bar', data: codes.map((code) => count(session.distribution.bands, code)), label: { show: true, position: 'top' } },
        ...(lines.length > 0 ? [{ name: t('quota.title'), type: 'bar', data: codes.map(asked), itemStyle: { color: '#f0b429' } }] : []),
        ...(after ? [{ name: t('afterAppeals'), type: 'bar', data: codes.map((code) => count(after.bands, code)) }] : []),
      ],
    });
    // The box gets its width after the chart was drawn: parts of the page arrive later, a scroll bar appears.
    const fit = new ResizeObserver(() => chart.resize());
    fit.observe(host.current);
    return () => {
      fit.disconnect();
      chart.dispose();
    };
  }, [session, t]);
  const text = session.distribution.bands.map((band) => `${band.band}: ${band.count}`).join(', ');
  return <div ref={host} role="img" aria-label={text} style={{ height: 220 }} />;
}
