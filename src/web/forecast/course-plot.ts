import { LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { fen, yuanText } from '../../shared/fen.js';
import { startOf, type Course, type CourseDay } from './drawing.js';

register([LineChart, GridComponent, SVGRenderer]);

/** Draws the course into the element, follows its width, and returns what takes the drawing away. */
export function plotCourse(element: HTMLElement, course: Course): () => void {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const text = { color: colour('--ink-soft'), fontFamily: style.fontFamily, fontSize: 12 };
  const chart = init(element, null, { renderer: 'svg' });
  const { days, limits, unit } = course;
  const start = startOf(course);
  const top = Math.max(0, ...days.map(({ p95 }) => p95), ...limits.map(({ at }) => at));
  chart.setOption({
    animation: false,
    grid: { left: 4, right: 16, top: 18, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: days.map(({ date }) => date.slice(5)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('--line') } },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: start,
      max: top === 0 ? 1 : top + (top - start) * 0.05,
      splitNumber: 4,
      axisLabel: {
        ...text,
        showMaxLabel: false,
        showMinLabel: start === 0,
        formatter: (value: number) => axisText(value, unit),
      },
      splitLine: { lineStyle: { color: colour('--line-soft') } },
    },
    series: [
      ...band(days, ['p05', 'p95'], { stack: 'nine in ten', fill: colour('--accent'), opacity: 0.16 }),
      ...band(days, ['p25', 'p75'], { stack: 'half', fill: colour('--accent'), opacity: 0.24 }),
      line(
        days.map(({ p50 }) => p50),
        { color: colour('--accent'), width: 2.5 },
      ),
      ...(unit === 'fen'
        ? [
            line(
              days.map(({ rostered }) => rostered),
              { color: colour('--ink'), width: 1.5, type: 'dotted' },
            ),
          ]
        : []),
      ...limits.map(({ name, at }) => ({
        ...line(
          days.map(() => at),
          { color: colour('--short'), width: 2, type: 'dashed' },
        ),
        endLabel: {
          ...{ show: true, formatter: name, align: 'right', verticalAlign: 'bottom', offset: [0, -4] },
          ...{ color: colour('--short'), fontFamily: style.fontFamily, fontSize: 12 },
        },
      })),
    ],
  });
  const observer = new ResizeObserver(() => {
    chart.resize();
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}

type Level = Exclude<keyof CourseDay, 'date' | 'rostered'>;

/** What lies between two levels: an unseen foot, and the part above it filled. */
function band(
  days: readonly CourseDay[],
  [low, high]: readonly [Level, Level],
  look: { readonly stack: string; readonly fill: string; readonly opacity: number },
) {
  const unseen = { type: 'line', silent: true, symbol: 'none', stack: look.stack, lineStyle: { opacity: 0 } };
  return [
    { ...unseen, data: days.map((day) => day[low]) },
    {
      ...unseen,
      data: days.map((day) => day[high] - day[low]),
      areaStyle: { color: look.fill, opacity: look.opacity },
    },
  ];
}

function line(
  data: readonly (number | null)[],
  lineStyle: { readonly color: string; readonly width: number; readonly type?: 'dashed' | 'dotted' },
) {
  // A single day is a point: a line of it would not be seen.
  return {
    ...{ type: 'line', silent: true, data, lineStyle, itemStyle: { color: lineStyle.color } },
    ...(data.length === 1 ? { symbol: 'circle', symbolSize: 7 } : { symbol: 'none' }),
  };
}

/** `¥12,000`, without fen: an axis is read, not copied. */
function axisText(value: number, unit: Course['unit']): string {
  return unit === 'units'
    ? String(Math.round(value * 10) / 10)
    : yuanText(fen(Math.round(value))).replace(/\.\d\d$/u, '');
}
