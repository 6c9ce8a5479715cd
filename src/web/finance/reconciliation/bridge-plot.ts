import { CustomChart, type CustomSeriesOption } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { startOf, type BridgeBar } from './bridge-drawing.js';

register([CustomChart, GridComponent, SVGRenderer]);

type RenderItem = NonNullable<CustomSeriesOption['renderItem']>;

/** Draws the bars into the element, follows its width, and returns what takes the drawing away. */
export function plotBridge(element: HTMLElement, bars: readonly BridgeBar[]): () => void {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const text = { color: colour('--ink'), fontFamily: style.fontFamily, fontSize: 12 };
  const chart = init(element, null, { renderer: 'svg' });
  const start = startOf(bars);
  chart.setOption({
    animation: false,
    grid: { left: 4, right: 100, top: 0, bottom: 0, containLabel: true },
    xAxis: {
      type: 'value',
      min: Math.min(start, ...bars.map(({ to }) => to)),
      max: Math.max(...bars.flatMap(({ from, to }) => [from, to])),
      axisLabel: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('--line') } },
      axisLabel: text,
    },
    series: [
      {
        type: 'custom',
        silent: true,
        data: bars.map((bar, index) => [index, bar.from, bar.to]),
        renderItem: renderBar(bars, { start, colour, text }),
      },
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

interface Look {
  readonly start: number;
  readonly colour: (name: string) => string;
  readonly text: { readonly color: string; readonly fontFamily: string; readonly fontSize: number };
}

/** A bar with its figure beside it and a thread down to the next bar, which starts where this one ends. */
function renderBar(bars: readonly BridgeBar[], { start, colour, text }: Look): RenderItem {
  return (_, api) => {
    const index = Number(api.value(0));
    const bar = bars[index];
    if (bar === undefined) return null;
    const place = (amount: number, row: number): readonly [number, number] => {
      const [x = 0, y = 0] = api.coord([amount, row]);
      return [x, y];
    };
    const [fromX, y] = place(bar.kind === 'total' ? Math.min(start, bar.to) : bar.from, index);
    const [toX] = place(bar.to, index);
    const [, nextY] = place(bar.to, Math.min(index + 1, bars.length - 1));
    const height = (index + 1 < bars.length ? nextY - y : y - place(0, index - 1)[1]) * 0.6;
    const [left, right] = [Math.min(fromX, toX), Math.max(fromX, toX)];
    return {
      type: 'group',
      children: [
        {
          type: 'rect',
          shape: { x: left, y: y - height / 2, width: Math.max(right - left, 2), height },
          style: { fill: colour(bar.kind === 'total' ? '--accent' : bar.to < bar.from ? '--over' : '--caution') },
        },
        {
          type: 'line',
          shape: { x1: toX, y1: y + height / 2, x2: toX, y2: nextY },
          style: { stroke: colour('--ink-faint'), lineWidth: 1, lineDash: [2, 2] },
        },
        {
          type: 'text',
          style: {
            ...{ x: right + 6, y, text: bar.text, textVerticalAlign: 'middle', fill: text.color },
            ...{ fontFamily: text.fontFamily, fontSize: text.fontSize },
          },
        },
      ],
    };
  };
}
