import { succeed, type Fault, type Result } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { z } from 'zod';
import { marginQuestions } from '../accuracy/margin-test.ts';
import type { NormalDesign } from './normal-size.ts';
import { normalPower, normalSize } from './normal-size.ts';
import { wholeSize } from './whole-size.ts';

/** How many of what a study needs, and how its power or precision goes with their number. */
export type SizeAnswer = {
  readonly n: number;
  /** What n counts. */
  readonly unit: Text;
  /** The formula in words, and where it was published. */
  readonly formula: Text;
  readonly source: string;
  readonly assumptions: readonly Text[];
  readonly reads: 'power' | 'half-width';
  /** What is to be reached: a power, or half the width of an interval. */
  readonly target: number;
  readonly at: (n: number) => number;
};

/** One family of questions: the settings that a plan writes, and the answer. */
export type SizeFamily<Settings extends z.ZodObject> = {
  readonly settings: Settings;
  readonly size: (asked: z.output<Settings>) => Result<SizeAnswer, Fault>;
};
export const family = <Settings extends z.ZodObject>(of: SizeFamily<Settings>): SizeFamily<Settings> => of;

/** Nearer to 0 or 1 formulas lose their digits. */
export const share = z.number().min(0.0001).max(0.9999);
export const powerSettings = {
  alpha: z.number().min(1e-6).lt(0.5).default(0.025),
  power: share.default(0.8),
};
export const precisionSettings = {
  halfWidth: z.number().min(0.001).lt(1),
  level: z.number().gt(0.5).lt(1).default(0.95),
};
export const marginSettings = {
  question: z.enum(marginQuestions),
  margin: z.number().default(0),
  ...powerSettings,
};

type Told = Pick<SizeAnswer, 'unit' | 'formula' | 'source' | 'assumptions'>;
type OneSided = { readonly alpha: number; readonly power: number };

/** The answer of a normal statistic against a stated value, one-sided. */
export function normalAnswer(
  design: NormalDesign,
  { alpha, power }: OneSided,
  told: Told,
  { add = 0 }: { readonly add?: number } = {},
): Result<SizeAnswer, Fault> {
  const found = normalSize(design, { alpha, power, sided: 'one-sided' });
  if (!found.ok) return found;
  return succeed({
    ...told,
    n: Math.max(2, Math.ceil(found.value + add - 1e-9)),
    reads: 'power',
    target: power,
    at: (n) => normalPower(design, { alpha, sided: 'one-sided', n: Math.max(0, n - add) }),
  });
}

/** The answer of a falling half width. */
export function precisionAnswer(
  halfWidthAt: (n: number) => number,
  halfWidth: number,
  told: Told,
  least = 2,
): Result<SizeAnswer, Fault> {
  const found = wholeSize((n) => halfWidthAt(n) <= halfWidth, { least });
  return found.ok
    ? succeed({ ...told, n: found.value, reads: 'half-width', target: halfWidth, at: halfWidthAt })
    : found;
}

export const units = {
  people: { ko: '사람 수', en: 'people' },
  diseased: { ko: '질병 있는 사람 수', en: 'people with the disease' },
  diseasedCases: { ko: '질병 있는 증례 수', en: 'cases with the disease' },
  ofClass: { ko: '그 분류의 사람 수', en: 'people of the class' },
  ofTruth: { ko: '정답이 같은 사람 수', en: 'people of one truth' },
  eachGroup: { ko: '첫째 무리의 사람 수', en: 'people of the first group' },
  subjects: { ko: '대상 수', en: 'subjects' },
  pairs: { ko: '측정 짝의 수', en: 'pairs of measurements' },
  perCentre: { ko: '기관마다 그 분류의 사람 수', en: 'people of the class in each centre' },
} as const satisfies Readonly<Record<string, Text>>;
