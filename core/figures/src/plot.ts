/**
 * A plot as pure data: panels with axes, and marks in data units, in the order they are drawn.
 * It says everything a renderer needs and nothing about how it draws.
 */
export type PlotDescription = {
  readonly width: number;
  readonly height: number;
  readonly panels: readonly Panel[];
};

export type Panel = {
  /** Where the axes enclose data, in pixels of the whole plot. */
  readonly frame: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly x: Axis;
  readonly y: Axis;
  readonly marks: readonly Mark[];
};

export type Axis = {
  readonly domain: readonly [number, number]; // y from bottom to top, so [5, 0] puts row 0 on top
  readonly scale: 'linear' | 'log';
  readonly ticks: readonly Tick[];
  /** Quantity and unit, set horizontally at the end of the axis; empty where there is none. */
  readonly title: string;
  readonly grid: boolean;
};

export type Tick = { readonly at: number; readonly label: string };

/** The colour of a mark by the part it plays; `palette.ts` has the values of both schemes. */
export type Ink =
  | 'slot-1'
  | 'slot-2'
  | 'slot-3'
  | 'slot-4'
  | 'slot-5'
  | 'slot-6'
  | 'slate'
  | 'ink'
  | 'ink-2'
  | 'ink-3'
  | 'edge'
  | 'line'
  | 'surface'
  | 'sunken'
  | 'bad';

export type Marker = 'circle' | 'triangle' | 'square' | 'diamond' | 'triangle-down' | 'plus';
export type Dash = 'solid' | 'dashed' | 'dotted';
export type Point = readonly [x: number, y: number];

export type Mark = LineMark | AreaMark | DotsMark | RulesMark | RectsMark | PolygonMark | WordsMark;

export type LineMark = {
  readonly mark: 'line';
  readonly points: readonly Point[];
  readonly curve: 'linear' | 'step';
  readonly ink: Ink;
  readonly width: number;
  readonly dash: Dash;
};

/** The band of an interval: its outer edges are thin lines. */
export type AreaMark = {
  readonly mark: 'area';
  readonly points: readonly (readonly [x: number, low: number, high: number])[];
  readonly curve: 'linear' | 'step';
  readonly ink: Ink;
  readonly opacity: number;
};

export type DotsMark = {
  readonly mark: 'dots';
  readonly points: readonly Point[];
  readonly ink: Ink;
  readonly marker: Marker;
  readonly radius: number;
  readonly opacity: number;
};

export type RulesMark = {
  readonly mark: 'rules';
  readonly rules: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  readonly ink: Ink;
  readonly width: number;
  readonly dash: Dash;
};

export type RectsMark = {
  readonly mark: 'rects';
  readonly rects: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  readonly fill: Ink;
  readonly opacity: number;
  readonly stroke: Ink | null;
  readonly hatched: boolean;
};

export type PolygonMark = {
  readonly mark: 'polygon';
  readonly points: readonly Point[];
  readonly fill: Ink | null;
  readonly opacity: number;
  readonly stroke: Ink | null;
};

export type WordsMark = { readonly mark: 'words'; readonly words: readonly Word[] };

export type Word = {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly ink: Ink;
  readonly size: number;
  readonly bold: boolean;
  /** Pixels to the right and down from (x, y). */
  readonly shift: readonly [number, number];
  /** An expression or a name of a file: in no language. */
  readonly code: boolean;
};

export const word = (
  x: number,
  y: number,
  text: string,
  rest: Partial<Omit<Word, 'x' | 'y' | 'text'>> = {},
): Word => ({
  x,
  y,
  text,
  anchor: 'start',
  ink: 'ink',
  size: 12,
  bold: false,
  shift: [0, 0],
  code: false,
  ...rest,
});

/** A panel of text or boxes, in pixels from its own top left corner. */
export const pixels = (left: number, top: number, width: number, height: number): Omit<Panel, 'marks'> => ({
  frame: { left, top, width, height },
  x: { domain: [0, width], scale: 'linear', ticks: [], title: '', grid: false },
  y: { domain: [height, 0], scale: 'linear', ticks: [], title: '', grid: false },
});

/** Series in data order: colour and marker belong together, so that neither is the only key. */
export const series: readonly { readonly ink: Ink; readonly marker: Marker }[] = [
  { ink: 'slot-1', marker: 'circle' },
  { ink: 'slot-2', marker: 'triangle' },
  { ink: 'slot-3', marker: 'square' },
  { ink: 'slot-4', marker: 'diamond' },
  { ink: 'slot-5', marker: 'triangle-down' },
  { ink: 'slot-6', marker: 'plus' },
];

/** More than six series are all slate and told apart by their labels. */
export const seriesAt = (index: number, count: number): { readonly ink: Ink; readonly marker: Marker } =>
  (count > series.length ? undefined : series[index]) ?? { ink: 'slate', marker: 'circle' };
