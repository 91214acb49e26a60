import type { CaseState } from '../case/state.ts';
import { evidenceKinds } from '../jurisdiction/schema.ts';
import { networkOf } from '../routes/network.ts';
import { gateOf } from './assumption.ts';
import { daysSaved, type DaysSaved } from './dates.ts';
import { schedule, type EvidenceDays } from './draw.ts';
import type { ForecastRequest, Run } from './forecast.ts';
import type { Plan } from './plan.ts';
import { daysAt, quantilesOf, type Quantiles } from './spread.ts';

/** What closing a gap today would save, in days of the calendar and on the same draws, against waiting for its evidence. */
export type EvidenceEffect = {
  readonly requirement: string;
  /** Null where the road to it cannot be computed, or it is not on the route. */
  readonly listing: DaysSaved | null;
  readonly firstUse: DaysSaved | null;
  /** How often this evidence, and not what stands before the gate, decides when the gate is filed. */
  readonly decides: number;
};

type Levels = (of: { readonly stage: string; readonly kind: number }, into: Float64Array) => Float64Array;

/** The day on which the evidence of every open requirement is at hand, drawn; each requirement has its own stream. */
export function drawEvidence(
  plan: Plan,
  draws: number,
  levelsOf: Levels,
  tables: Map<number, Quantiles>,
): EvidenceDays {
  const found = new Map<string, Int32Array>();
  for (const { requirement, ready } of plan.steps.flatMap(({ evidence }) => evidence)) {
    const kind = evidenceKinds.findIndex((one) => requirement.endsWith(`:${one}`));
    const levels = levelsOf({ stage: gateOf(requirement), kind }, new Float64Array(draws));
    const quantiles = quantilesOf(ready, tables);
    found.set(
      requirement,
      Int32Array.from(levels, (level) => Math.round(daysAt(quantiles, level))),
    );
  }
  return found;
}

/** Each gap closed alone, the others left as they are: what two gaps would save together is not the sum of both. */
export function evidenceEffects(
  state: CaseState,
  plan: Plan,
  { draws }: ForecastRequest,
  run: Run,
): readonly EvidenceEffect[] {
  const { listing, firstUse } = networkOf(state.key.route);
  const at = (stage: string | null): number => plan.steps.findIndex(({ step }) => step.stage === stage);
  return [...run.evidence].map(([requirement, ready]) => {
    const evidence = new Map([...run.evidence].filter(([other]) => other !== requirement));
    const { ends } = schedule(plan, run.drawn, run.table, {
      ...run,
      draws,
      shift: { kind: 'none' },
      evidence,
    });
    const saved = (stage: string | null): DaysSaved | null => {
      const [before, after] = [run.times.ends[at(stage)] ?? null, ends[at(stage)] ?? null];
      return before === null || after === null ? null : daysSaved(before, after);
    };
    const gate = at(gateOf(requirement));
    const [waiting, without] = [run.times.ends[gate] ?? null, ends[gate] ?? null];
    const later =
      waiting === null || without === null
        ? []
        : [...waiting].filter((day, draw) => day > (without[draw] ?? day));
    return {
      requirement,
      listing: saved(listing),
      firstUse: saved(firstUse),
      decides: ready.length === 0 ? 0 : later.length / ready.length,
    };
  });
}
