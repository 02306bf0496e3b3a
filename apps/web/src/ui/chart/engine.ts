import { BarChart, CustomChart, LineChart, RadarChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, RadarComponent, TooltipComponent } from 'echarts/components';
import { init, registerLocale, use as register } from 'echarts/core';
import langEn from 'echarts/lib/i18n/langEN.js';
import langZh from 'echarts/lib/i18n/langZH.js';
import { SVGRenderer } from 'echarts/renderers';

register([AriaComponent, BarChart, CustomChart, GridComponent, LegendComponent, LineChart, MarkAreaComponent, MarkLineComponent, RadarChart, RadarComponent, ScatterChart, SVGRenderer, TooltipComponent]);
registerLocale('zh-CN', langZh);
registerLocale('en', langEn);

/** Draws as SVG: sharp when printed. Loaded with the first chart that a page shows. */
export { init };
