import type { Warning } from '../estimate.ts';
import type { Fault } from '../result.ts';
import { fill, type Language, type Text } from '../text.ts';
import { faultWords } from './faults.ts';
import { warningWords } from './warnings.ts';

const isText = (fact: unknown): fact is Text =>
  typeof fact === 'object' && fact !== null && 'ko' in fact && 'en' in fact;

/** A fact that has a name in both languages is spoken by the name of the language. */
function plain(fact: unknown, language: Language): string {
  if (Array.isArray(fact)) return fact.map((one) => plain(one, language)).join(', ');
  if (isText(fact)) return fact[language];
  if (typeof fact === 'object') return JSON.stringify(fact);
  return `${fact as string | number | boolean | null | undefined}`;
}

/** A fault in words: what happened, where, and what to do. */
export function speakFault(fault: Fault, language: Language): string {
  const slots = Object.fromEntries(
    Object.entries(fault).map(([name, fact]) => [name, plain(fact, language)]),
  );
  return fill(faultWords[fault.kind][language], slots);
}

export const speakWarning = (warning: Warning, language: Language): string =>
  fill(warningWords[warning.kind][language], warning.facts);
