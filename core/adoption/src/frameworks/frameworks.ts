import { archAi } from './arch-ai.ts';
import { decideAi } from './decide-ai.ts';
import { fillFramework, type FilledFramework, type Framework } from './framework.ts';
import { futureAi } from './future-ai.ts';
import { hiraLevels } from './hira-levels.ts';
import { niceEsf } from './nice-esf.ts';
import type { CommonRecord } from './record.ts';

/** Every framework that the common record fills. A new one is a file beside these and one row here. */
export const frameworks: readonly Framework[] = [archAi, decideAi, futureAi, niceEsf, hiraLevels];

/** All frameworks filled from one record; `tier` is that of NICE. */
export const fillAll = (record: CommonRecord, tier = 'C'): readonly FilledFramework[] =>
  frameworks.map((framework) => fillFramework(framework, record, framework.id === niceEsf.id ? tier : null));
