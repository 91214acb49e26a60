import { normalQuantile } from '../distributions/normal.ts';
import { randomStream } from '../resampling/random-stream.ts';
import type { SessionRows } from './sessions.ts';

/** A crossover of two modalities drawn from the model of Roe and Metz (1997), with the AUC of each reading set beforehand. */
export type DrawnCrossover = {
  readonly readers: number;
  /** Of each class. */
  readonly cases: number;
  /** Whether this reader reads this case first in modality 0. */
  readonly firstIn: (reader: number, case_: number) => 0 | 1;
  /** The AUC wanted in a modality and period; `before` is what was read first, null in the first period. */
  readonly auc: (modality: 0 | 1, period: 0 | 1, before: 0 | 1 | null) => number;
  readonly seed: number;
  readonly index: number;
};

// Structure HL of the paper: readers and readers by modalities; cases and their crossings add up to 1.
const spread = { reader: 0.03, both: 0.03, case: 0.3, caseModality: 0.2, readerCase: 0.2, rest: 0.3 };
const scale = Math.sqrt(2 * (1 + spread.reader + spread.both));

export function drawCrossover({ readers, cases, firstIn, auc, seed, index }: DrawnCrossover): SessionRows {
  const { uniform } = randomStream(seed, index);
  const normal = (variance: number): number => normalQuantile(uniform()) * Math.sqrt(variance);
  const column = (n: number, variance: number) => Array.from({ length: n }, () => normal(variance));
  const rows: {
    reader: string;
    modality: string;
    period: string;
    case: string;
    truth: number;
    rating: number;
  }[] = [];
  for (const truth of [0, 1]) {
    const readerOwn = column(readers, spread.reader);
    const readerModality = [column(readers, spread.both), column(readers, spread.both)];
    const caseOwn = column(cases, spread.case);
    const caseModality = [column(cases, spread.caseModality), column(cases, spread.caseModality)];
    for (let j = 0; j < readers; j += 1) {
      for (let k = 0; k < cases; k += 1) {
        const own = normal(spread.readerCase);
        for (const modality of [0, 1] as const) {
          const first = firstIn(j, truth * cases + k);
          const period = modality === first ? 0 : 1;
          const separation = scale * normalQuantile(auc(modality, period, period === 0 ? null : first));
          const fixed = (readerOwn[j] ?? NaN) + (readerModality[modality]?.[j] ?? NaN);
          const ofCase = (caseOwn[k] ?? NaN) + (caseModality[modality]?.[k] ?? NaN) + own;
          rows.push({
            reader: `reader ${j + 1}`,
            modality: modality === 0 ? 'aided' : 'unaided',
            period: `${period + 1}`,
            case: `${truth === 1 ? 'd' : 'h'}${k}`,
            truth,
            rating: truth * separation + fixed + ofCase + normal(spread.rest),
          });
        }
      }
    }
  }
  return {
    reader: rows.map((row) => row.reader),
    modality: rows.map((row) => row.modality),
    period: rows.map((row) => row.period),
    case: rows.map((row) => row.case),
    truth: rows.map((row) => row.truth),
    rating: rows.map((row) => row.rating),
  };
}
