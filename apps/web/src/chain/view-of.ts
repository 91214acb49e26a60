export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Size = { readonly width: number; readonly height: number };
export type View = { readonly x: number; readonly y: number; readonly zoom: number };

/** Below this the words of a card are under their smallest size. */
const smallest = 0.8;
const padding = 16;

/**
 * Where to look at a graph from. Everything where it can still be read; else the whole width, with the focus in the middle of the
 * height; else the focus alone in the middle, and the rest by moving.
 */
export function viewOf(all: Box, focus: Box | null, frame: Size): View {
  const across = (frame.width - 2 * padding) / all.width;
  const along = (frame.height - 2 * padding) / all.height;
  // What cannot be seen whole is not made small either.
  const wanted =
    Math.min(across, along) >= smallest ? Math.min(across, along) : across >= smallest ? across : 1;
  const zoom = Math.min(1, wanted);
  const middle = focus ?? all;
  return {
    zoom,
    x: onAxis(
      frame.width,
      zoom,
      { from: all.x, size: all.width },
      { from: middle.x, size: middle.width },
      across < zoom,
    ),
    y: onAxis(
      frame.height,
      zoom,
      { from: all.y, size: all.height },
      { from: middle.y, size: middle.height },
      along < zoom,
    ),
  };
}

type Span = { readonly from: number; readonly size: number };

/** Centres the whole; where it is too large, the focus, but never so that one side stays empty while the other is cut. */
function onAxis(frame: number, zoom: number, all: Span, focus: Span, isTooLarge: boolean): number {
  const centred = (span: Span): number => frame / 2 - (span.from + span.size / 2) * zoom;
  if (!isTooLarge) return centred(all);
  const [first, last] = [padding - all.from * zoom, frame - padding - (all.from + all.size) * zoom];
  return Math.min(first, Math.max(last, centred(focus)));
}

/** The box around all of them. */
export function around(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
