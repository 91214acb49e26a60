import type { IsoDate } from '@daero/domain/time';
import { assessedFirst, elsewhere } from './assessed-first.ts';
import { earlyEntry } from './early-entry.ts';
import { generateCase, type GeneratedCase } from './generate.ts';

const scripts = [...earlyEntry, ...assessedFirst, ...elsewhere];

/** Cases of products that do not exist, at different points of the road; nothing of them happened. */
export const demonstrationPortfolio = (asOf: IsoDate, seed: number): readonly GeneratedCase[] =>
  scripts.map((script, index) => generateCase(script, asOf, seed, index));
