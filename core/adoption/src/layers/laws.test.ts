import { succeed } from '@daero/domain/result';
import { isoDate } from '@daero/domain/time';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardRow } from './board.ts';
import { defaultRules } from './default-rules.ts';
import { decideAdoption, foldAdoption } from './fold.ts';
import { passes } from './standing.ts';
import {
  approved,
  conditional,
  eventsOf,
  holders,
  opened,
  papers,
  walk,
  type Row,
} from './walk.test-fixture.ts';

const start: Row = ['2026-01-05', 'admin', opened()];

describe('laws', () => {
  const day = (at: number): string => new Date(Date.UTC(2026, 0, 5 + at)).toISOString().slice(0, 10);
  const layers = defaultRules().layers;
  const step = fc.tuple(fc.nat(9), fc.nat(40), fc.constantFrom('yes', 'conditional', 'refused', 'reopened'));

  /** Steps of any kind at any layer; only what is allowed is kept. */
  const lawful = (steps: readonly (readonly [number, number, string])[]): readonly Row[] => {
    let [rows, at]: [readonly Row[], number] = [[start], 0];
    for (const [which, later, what] of steps) {
      at += later;
      const layer = layers[which];
      if (layer === undefined) continue;
      const by = holders[layer.id as keyof typeof holders][0] ?? '';
      const change =
        what === 'yes'
          ? approved(layer.id)
          : what === 'conditional'
            ? conditional(layer.id, day(at + 30))
            : what === 'reopened'
              ? { type: 'reopened', layer: layer.id }
              : { type: 'decided', layer: layer.id, outcome: { is: 'refused' } };
      const next: readonly Row[] = [...rows, ...papers(layer.id, day(at)), [day(at), by, change]];
      if (foldAdoption(eventsOf(next)).ok) rows = next;
    }
    return rows;
  };

  test('no layer ever says yes before what it waits for, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const state = walk(lawful(steps));
        for (const { layer, decisions } of state.layers.values())
          for (const { on } of decisions)
            for (const name of layer.after) {
              const before = state.layers.get(name);
              const said = before?.decisions.some((one) => one.on <= on && one.outcome.is !== 'refused');
              expect(said).toBe(true);
            }
      }),
      { numRuns: 60 },
    );
  });

  test('no days on the board are negative, whoever is next is not waiting, and a command gives what the fold takes', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.nat(900), (steps, later) => {
        const rows = lawful(steps);
        const state = walk(rows);
        const row = boardRow(state, isoDate(day(later)));
        for (const { days } of [...row.cells, ...row.next, ...row.blocks])
          expect(days).toBeGreaterThanOrEqual(0);
        for (const { layer } of row.next) {
          const after = state.layers.get(layer)?.layer.after ?? [];
          for (const name of after) {
            const cell = row.cells.find((one) => one.layer === name);
            const returned = row.cells.find((one) => one.layer === layer)?.standing.is === 'returned';
            expect(returned || (cell !== undefined && passes(cell.standing))).toBe(true);
          }
        }
        const events = eventsOf(rows);
        const last = events.at(-1);
        if (last !== undefined) expect(decideAdoption(events.slice(0, -1), last)).toEqual(succeed([last]));
      }),
      { numRuns: 40 },
    );
  });
});
