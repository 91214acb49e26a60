import type { CaseView } from '@daero/api/schemas/pathway';
import type { IsoDate } from '@daero/domain/time';
import { speakFault } from '@daero/domain/words/speak';
import { foldCase } from '@daero/pathway/case/fold';
import { differences } from '@daero/pathway/jurisdiction/differences';
import { rulesOf, versionsOf } from '@daero/pathway/jurisdiction/rules';
import type { CaseRecord } from '@daero/pathway/record/record';
import { groundsOf } from './naming.ts';

/** The newest version of the rules where the case runs under an older one: what it changes, and whether the case may move. */
export function newerRules({ state, events }: CaseRecord, on: IsoDate): CaseView['rulesFact']['newer'] {
  const newest = versionsOf(state.rules.code).at(-1);
  if (newest === undefined || newest.version === state.rules.version.version) return null;
  const rules = rulesOf(state.rules.code, newest.version);
  if (!rules.ok) return null;
  const { version, inForceFrom, changed, source, confidence } = newest;
  const moved = foldCase([
    ...events,
    {
      ...{ eventId: 'trial', on, reason: 'trial', source: null, change: { type: 'moved', version } as const },
      by: { personId: 'trial', role: 'market-access' },
    },
  ]);
  return {
    ...{ version, inForceFrom, changed },
    grounds: groundsOf(rules.value, { source, confidence }),
    differences: differences(state.rules, rules.value, state.key.route),
    refused: moved.ok ? null : { ko: speakFault(moved.fault, 'ko'), en: speakFault(moved.fault, 'en') },
  };
}
