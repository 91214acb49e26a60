import type { Grounds } from '@daero/adoption/record/event';
import type { GroundsView, Named } from '@daero/api/schemas/pathway-parts';
import type { Fault } from '@daero/domain/result';
import type { Text } from '@daero/domain/text';
import { speakFault } from '@daero/domain/words/speak';

const certainty = {
  'stated-in-source': 'stated',
  'inferred-from-sources': 'inferred',
  'from-seeds': 'press',
  'general-knowledge-unverified': 'unverified',
} as const satisfies Readonly<Record<Grounds['confidence'], GroundsView['confidence']>>;

const tierOf = (source: string): GroundsView['sources'][number]['tier'] =>
  /Decree|Act|Notice/.test(source) ? 'law' : /HIRA|NECA|PPS/.test(source) ? 'official' : 'press';

/** Where a setting comes from, as the pages show it; several sources stand with a semicolon between. */
export const groundsOf = ({ source, confidence }: Grounds): GroundsView => ({
  confidence: certainty[confidence],
  sources: (source ?? '')
    .split('; ')
    .filter((one) => one !== '')
    .map((title) => ({ id: title, title, publisher: '', year: null, url: null, tier: tierOf(title) })),
});

export const named = (id: string, name: Text): Named => ({ id, name });

export const said = (fault: Fault): Text => ({ ko: speakFault(fault, 'ko'), en: speakFault(fault, 'en') });
