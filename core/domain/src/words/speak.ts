import type { Warning } from '../estimate.ts';
import type { Fault } from '../result.ts';
import { fill, type Language } from '../text.ts';
import { faultWords } from './faults.ts';
import { warningWords } from './warnings.ts';

const plain = (fact: unknown): string =>
  Array.isArray(fact)
    ? fact.map(plain).join(', ')
    : typeof fact === 'object'
      ? JSON.stringify(fact)
      : `${fact as string | number | boolean | null | undefined}`;

/** A fault in words: what happened, where, and what to do. */
export function speakFault(fault: Fault, language: Language): string {
  const slots = Object.fromEntries(Object.entries(fault).map(([name, fact]) => [name, plain(fact)]));
  return fill(faultWords[fault.kind][language], slots);
}

export const speakWarning = (warning: Warning, language: Language): string =>
  fill(warningWords[warning.kind][language], warning.facts);
