import { fail, succeed, unwrap } from '@daero/domain/result';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneWay } from './one-way.ts';
import { twoWay, type GridAxis } from './two-way.ts';

const price: GridAxis = { parameter: 'price', low: 0, high: 10, points: 11 };
const gain: GridAxis = { parameter: 'gain', low: 0, high: 5, points: 6 };
const at = (instead: ReadonlyMap<string, number>, name: string): number => instead.get(name) ?? NaN;
/** Nothing is worth 0; the device 2 a unit of gain, less its price. */
const worth = (instead: ReadonlyMap<string, number>) =>
  succeed([0, 2 * at(instead, 'gain') - at(instead, 'price')]);

describe('twoWay', () => {
  test('the decision turns on the line where both are worth the same, and there the one named first stands', () => {
    const grid = unwrap(twoWay([price, gain], worth));
    expect([grid.first.length, grid.second.length]).toEqual([11, 6]);
    grid.first.forEach((p, i) =>
      grid.second.forEach((g, j) => {
        expect(grid.best[i]?.[j]).toBe(2 * g > p ? 1 : 0);
        expect(grid.worth[i]?.[j]).toEqual([0, 2 * g - p]);
      }),
    );
  });

  test('along an edge it is the one-way analysis, and the axes change places with the parameters', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 20 }),
        fc.double({ min: 0.5, max: 4, noNaN: true }),
        (points, high) => {
          const axis = { ...gain, high, points };
          const [there, back] = [unwrap(twoWay([price, axis], worth)), unwrap(twoWay([axis, price], worth))];
          there.worth.forEach((row, i) =>
            row.forEach((values, j) => expect(back.worth[j]?.[i]).toEqual(values)),
          );
          const [bar] = unwrap(
            oneWay([{ parameter: 'gain', low: 0, high }], (_name, value) => succeed(2 * value - 10)),
          );
          const edge = there.worth.at(-1)?.map((values) => values[1]);
          expect([edge?.[0], edge?.at(-1)]).toEqual([bar?.atLow, bar?.atHigh]);
          expect(there.second.at(-1)).toBe(high);
        },
      ),
    );
  });

  test.each([
    { ...gain, low: 5 },
    { ...gain, high: NaN },
    { ...gain, points: 1 },
    { ...gain, points: 102 },
    { ...gain, points: 2.5 },
  ])('an axis that is none is refused: %j', (axis) => {
    expect(twoWay([price, axis], worth)).toMatchObject({ fault: { kind: 'grid-axis', parameter: 'gain' } });
  });

  test('one parameter cannot be both axes, and what the model refuses is told', () => {
    expect(twoWay([price, price], worth)).toMatchObject({ fault: { kind: 'grid-same-parameter' } });
    const refused = twoWay([price, gain], () => fail({ kind: 'chance-two-complements' as const }));
    expect(refused).toMatchObject({ fault: { kind: 'chance-two-complements' } });
  });
});
