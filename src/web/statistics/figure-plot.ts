import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { FigureSeries, FigureSpec } from './figure-spec.js';

register([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** White signs on a bar's colour. */
const patterns = {
  stripes: {
    symbol: 'rect',
    color: 'rgba(255, 255, 255, 0.75)',
    dashArrayX: [1, 0],
    dashArrayY: [2, 4],
    rotation: Math.PI / 4,
  },
  dots: {
    symbol: 'circle',
    color: 'rgba(255, 255, 255, 0.85)',
    symbolSize: 0.7,
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [6, 0],
  },
} as const;

/** Draws a chart into the element, follows its width, and returns what takes the drawing away. */
export function plotFigure(element: HTMLElement, spec: FigureSpec): () => void {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const text = { color: colour('--ink'), fontFamily: style.fontFamily, fontSize: 12 };
  const chart = init(element, null, { renderer: 'svg' });
  const isRows = spec.layout === 'rows';
  const categories = {
    type: 'category' as const,
    data: [...spec.categories],
    inverse: isRows,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour('--line') } },
    axisLabel: text,
  };
  const figures = {
    type: 'value' as const,
    ...(spec.max === undefined ? {} : { max: spec.max }),
    // Heads and shifts aren't cut into fifths.
    ...(isWhole(spec) ? { minInterval: 1 } : {}),
    axisLabel: text,
    splitLine: { lineStyle: { color: colour('--line-soft') } },
  };
  chart.setOption({
    animation: false,
    textStyle: text,
    legend: { top: 0, left: 0, right: 0, itemWidth: 14, itemHeight: 10, textStyle: text },
    tooltip: { trigger: 'axis', confine: true, axisPointer: { type: 'shadow' }, textStyle: text },
    grid: { left: 4, right: 20, top: plotTop(spec, element.clientWidth), bottom: 4, containLabel: true },
    xAxis: isRows ? figures : categories,
    yAxis: isRows ? categories : figures,
    series: spec.series.map((one) => drawn(one, { isRows, colour, stroke: strokeLength(spec, element.clientWidth) })),
  });
  const observer = new ResizeObserver(() => {
    chart.resize();
    chart.setOption({ grid: { top: plotTop(spec, element.clientWidth) } });
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}

/** Pixels above the plot: as many rows of names as the width asks for. */
function plotTop({ series }: FigureSpec, width: number): number {
  const rows = series.reduce(
    ({ count, used }, { name }) => {
      const wanted = Array.from(name).reduce((sum, sign) => sum + (sign > '\u2e7f' ? 12 : 7), 34);
      return used > 0 && used + wanted > width ? { count: count + 1, used: wanted } : { count, used: used + wanted };
    },
    { count: 1, used: 0 },
  ).count;
  return 12 + rows * 20;
}

function isWhole({ series }: FigureSpec): boolean {
  return series.every(({ values }) => values.every((value) => value === null || Number.isInteger(value)));
}

/** Pixels of a stroke across its bar: where columns stand close, the strokes of two must not run into each other. */
function strokeLength({ layout, categories }: FigureSpec, width: number): number {
  return layout === 'rows' ? 16 : Math.max(4, Math.min(16, ((width - 60) / categories.length) * 0.7));
}

interface Look {
  readonly isRows: boolean;
  readonly colour: (name: string) => string;
  readonly stroke: number;
}

function drawn({ name, kind, values, colour: wanted, stack, pattern }: FigureSeries, { isRows, colour, stroke }: Look) {
  const decal = pattern === undefined ? {} : { decal: patterns[pattern] };
  const shared = { name, itemStyle: { color: colour(wanted), ...decal } };
  if (kind === 'bar')
    return {
      ...shared,
      type: 'bar' as const,
      data: [...values],
      barMaxWidth: 18,
      ...(stack === undefined ? {} : { stack }),
    };
  if (kind === 'line')
    return {
      ...shared,
      type: 'line' as const,
      data: [...values],
      lineStyle: { color: colour(wanted), width: 2 },
      symbolSize: 6,
    };
  const sign =
    kind === 'limit'
      ? { symbol: 'diamond', symbolSize: 13 }
      : { symbol: 'rect', symbolSize: isRows ? [3, stroke] : [stroke, 3] };
  return {
    ...shared,
    type: 'scatter' as const,
    ...sign,
    data: values.map((value, index) => (isRows ? [value, index] : [index, value])),
  };
}
