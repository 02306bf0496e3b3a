import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fontFamily } from '../../app/theme.js';
import { init } from './engine.js';
import { palette } from './palette.js';

interface Props {
  option: EChartsCoreOption;
  height: number;
  /** What a reader who does not see the drawing is told first; the numbers stand in the table. */
  label: string;
}

/** The drawing itself; it follows the width of its place and the language. */
export function Canvas({ option, height, label }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const locale = useTranslation().i18n.language;
  useEffect(() => {
    if (!place.current) return undefined;
    const chart = init(place.current, { color: palette, textStyle: { fontFamily } }, { renderer: 'svg', locale });
    const calm = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
    chart.setOption({ animation: !calm, ...option });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [option, locale]);
  return <div ref={place} role="img" aria-label={label} style={{ width: '100%', height }} />;
}
