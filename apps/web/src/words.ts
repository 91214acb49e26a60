import type { Text } from '@daero/domain/text';
import { adoptionWords } from './words/adoption.ts';
import { chainWords } from './words/chain.ts';
import { designWords } from './words/design.ts';
import { figureWords } from './words/figure.ts';
import { modelAnalysesWords } from './words/model-analyses.ts';
import { modelWords } from './words/model.ts';
import { pageWords } from './words/pages.ts';
import { pathwayCaseWords } from './words/pathway-cases.ts';
import { pathwayWords } from './words/pathway.ts';
import { partWords } from './words/parts.ts';
import { programmeWords } from './words/programme.ts';
import { resultWords } from './words/results.ts';
import { shellWords } from './words/shell.ts';
import { studyDesignerWords } from './words/study-designer.ts';

/** Every word of the app that did not come with data, in both languages. A key without a row does not compile. */
export const words = {
  ...shellWords,
  ...figureWords,
  ...partWords,
  ...chainWords,
  ...pageWords,
  ...resultWords,
  ...designWords,
  ...studyDesignerWords,
  ...modelWords,
  ...modelAnalysesWords,
  ...pathwayWords,
  ...programmeWords,
  ...pathwayCaseWords,
  ...adoptionWords,
} as const satisfies Readonly<Record<string, Text>>;

export type WordKey = keyof typeof words;
