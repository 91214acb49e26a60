import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewOf, type Box } from './view-of.ts';

const frame = { width: 900, height: 560 };
const card = (x: number, y: number): Box => ({ x, y, width: 136, height: 116 });
/** Where a box comes to lie in the frame. */
const seen = (box: Box, all: Box, focus: Box | null): { left: number; right: number } => {
  const { x, zoom } = viewOf(all, focus, frame);
  return { left: box.x * zoom + x, right: (box.x + box.width) * zoom + x };
};

test('what fits is shown whole, at no more than its own size', () => {
  const all = { x: -50, y: 20, width: 600, height: 300 };
  const { left, right } = seen(all, all, card(0, 30));
  expect([left, right]).toEqual([150, 750]);
});

test('what is a little too wide is made smaller until both ends are in the frame', () => {
  const all = { x: 0, y: 0, width: 1000, height: 300 };
  const { left, right } = seen(all, all, null);
  expect(left).toBeGreaterThan(0);
  expect(right).toBeLessThan(frame.width);
});

test('however large the graph, the focus is in the frame and can be read', () => {
  const spans = fc.record({
    width: fc.integer({ min: 136, max: 9000 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(spans, ({ width, at }) => {
      const all = { x: 0, y: 0, width, height: 400 };
      const focus = card(at * (width - 136), 100);
      const { left, right } = seen(focus, all, focus);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(frame.width);
      expect(viewOf(all, focus, frame).zoom).toBeGreaterThanOrEqual(0.8);
    }),
  );
});
