/** A chart as data: what stands on the axis, and a series of figures for each colour. */
export interface FigureSpec {
  /** One row a category, from the top, or one column, from the left. */
  readonly layout: 'rows' | 'columns';
  readonly categories: readonly string[];
  readonly series: readonly FigureSeries[];
  /** Ends the axis of figures; as far as they go when absent. */
  readonly max?: number;
}

export interface FigureSeries {
  readonly name: string;
  /** `mark`: a short stroke across its bar; `limit`: a pointed one. */
  readonly kind: 'bar' | 'line' | 'mark' | 'limit';
  /** null = nothing is drawn. */
  readonly values: readonly (number | null)[];
  /** Name of a colour of the style sheet, `--accent`. */
  readonly colour: string;
  /** Tells the bars of a stack apart without their colour; plain when absent. */
  readonly pattern?: 'stripes' | 'dots';
  /** Bars of one stack stand on each other. */
  readonly stack?: string;
}
