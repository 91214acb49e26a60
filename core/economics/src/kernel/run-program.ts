import { applyOperation, type Column } from './operations.ts';
import { type Step } from './program.ts';

/** Values of a program for one block of draws. `at` must name the cycle before values that vary with it are read. */
export type Values = {
  /** A new cycle: what varies with it is computed anew when it is next asked for. */
  readonly startCycle: (cycle: number) => void;
  /** The column of a step, in the given time of residence (from 1). */
  readonly of: (step: number, residence: number) => Column;
};

/** Given columns by name: one value a draw, or a single value. All of the longer ones have `draws` values. */
export type GivenColumns = ReadonlyMap<string, Column>;

/**
 * Runs the steps of a program lazily: each column is computed when it is first asked for, in its cycle and residence, and kept as
 * long as it holds. What varies with residence alone is kept for each residence over all cycles.
 */
export function runProgram(steps: readonly Step[], given: GivenColumns): Values {
  const kept: (Column | undefined)[] = new Array<Column | undefined>(steps.length).fill(undefined);
  const stamp = new Int32Array(steps.length).fill(-1);
  const residenceStamp = new Int32Array(steps.length).fill(-1);
  const byResidence: (Column[] | undefined)[] = new Array<Column[] | undefined>(steps.length).fill(undefined);
  let now = 0;

  const of = (index: number, residence: number): Column => {
    const step = steps[index];
    if (step === undefined) throw new Error('a step of another program was asked for');
    switch (step.varies) {
      case 'never': {
        const there = kept[index];
        return there ?? (kept[index] = compute(step, residence, undefined));
      }
      case 'residence': {
        const list = byResidence[index] ?? (byResidence[index] = []);
        return list[residence] ?? (list[residence] = compute(step, residence, undefined));
      }
      case 'cycle':
      case 'both': {
        const there = kept[index];
        const fresh =
          stamp[index] === now && (step.varies === 'cycle' || residenceStamp[index] === residence);
        if (there !== undefined && fresh) return there;
        const column = compute(step, residence, there);
        kept[index] = column;
        stamp[index] = now;
        residenceStamp[index] = residence;
        return column;
      }
    }
  };

  const compute = (step: Step, residence: number, into: Column | undefined): Column => {
    switch (step.makes) {
      case 'number':
        return Float64Array.of(step.value);
      case 'given': {
        const column = given.get(step.name);
        if (column === undefined) throw new Error(`no column was given for "${step.name}"`);
        return column;
      }
      case 'cycle':
        return Float64Array.of(now);
      case 'residence':
        return Float64Array.of(residence);
      case 'result': {
        // Read one by one: taking the list apart would make a new one for every value of a single draw.
        const { takes } = step;
        const second = takes[1];
        const third = takes[2];
        const a = of(takes[0] ?? 0, residence);
        const b = second === undefined ? undefined : of(second, residence);
        const c = third === undefined ? undefined : of(third, residence);
        const others = takes.length > 3 ? takes.slice(3).map((taken) => of(taken, residence)) : undefined;
        let length = Math.max(a.length, b?.length ?? 1, c?.length ?? 1);
        if (others !== undefined) for (const other of others) length = Math.max(length, other.length);
        const out = into?.length === length ? into : new Float64Array(length);
        applyOperation(step.operation, out, a, b, c, others);
        return out;
      }
    }
  };

  return { startCycle: (cycle) => void (now = cycle), of };
}
