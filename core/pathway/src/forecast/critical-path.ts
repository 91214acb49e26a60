import type { EvidenceDays, Schedule } from './draw.ts';
import type { Plan } from './plan.ts';

/** How often each stage decides when the end comes, and the chain of stages that does so most often. */
export type CriticalPath = {
  readonly stages: readonly { readonly stage: string; readonly share: number }[];
  readonly path: readonly string[];
  readonly share: number;
};

/** From the end back to today in every draw, each time to what was waited for longest. */
export function criticalPath(
  plan: Plan,
  { times: { ends }, evidence }: { readonly times: Schedule; readonly evidence: EvidenceDays },
  to: number,
  draws: number,
): CriticalPath {
  const paths = new Map<number, number>();
  for (let draw = 0; draw < draws; draw += 1) {
    let at = to;
    let mask = 0;
    while (at >= 0) {
      const planned = plan.steps[at];
      if (planned === undefined || planned.length.kind === 'done') break;
      mask |= 1 << at;
      at = waitedFor(ends, planned, { draw, end: ends[at]?.[draw] ?? 0, evidence });
    }
    paths.set(mask, (paths.get(mask) ?? 0) + 1);
  }
  const stagesIn = (mask: number): readonly string[] =>
    plan.steps.filter((_one, at) => (mask & (1 << at)) !== 0).map(({ step }) => step.stage);
  const counts = new Map<string, number>();
  for (const [mask, count] of paths)
    for (const stage of stagesIn(mask)) counts.set(stage, (counts.get(stage) ?? 0) + count);
  const [most, often] = [...paths].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
  return {
    stages: plan.steps.flatMap(({ step }) => {
      const count = counts.get(step.stage);
      return count === undefined ? [] : [{ stage: step.stage, share: count / draws }];
    }),
    path: stagesIn(most),
    share: often / draws,
  };
}

function waitedFor(
  ends: Schedule['ends'],
  { after, finishAfter, length, evidence: needed }: Plan['steps'][number],
  { draw, end, evidence }: { readonly draw: number; readonly end: number; readonly evidence: EvidenceDays },
): number {
  const held = finishAfter.find((at) => ends[at]?.[draw] === end); // it was ready and waited for the other
  if (held !== undefined) return held;
  const running = 'from' in length && length.from !== null;
  if (running || length.kind === 'until') return -1;
  let [latest, day] = [-1, -Infinity];
  for (const at of after) {
    const other = ends[at]?.[draw] ?? -Infinity;
    if (other > day) [latest, day] = [at, other];
  }
  const short = needed.some(({ requirement }) => (evidence.get(requirement)?.[draw] ?? 0) > day);
  return short ? -1 : latest; // it waited for evidence, and for no stage
}
