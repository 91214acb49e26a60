import type { Estimate } from '@daero/domain/estimate';
import { formatEstimate, printEstimate } from '@daero/domain/format/estimate';
import { formatCount, formatNumber, trimZeros } from '@daero/domain/format/number';
import { fail, succeed, type Result } from '@daero/domain/result';
import type { Language } from '@daero/domain/text';
import { readSentence, type SentencePart } from '../plan/sentence.ts';
import type { ClaimOutput, ClaimPart, EstimateOutput } from './outputs.ts';

/** What a sentence is filled from: the estimates it names, and the settings that its thresholds come from. */
export type ClaimFacts = {
  readonly estimates: ReadonlyMap<string, EstimateOutput>;
  readonly settings: ReadonlyMap<string, unknown>; // by `analysis.setting`
};

/** The sentence in both languages, every number in it computed. */
export function runClaim(ko: string, en: string, facts: ClaimFacts): Result<ClaimOutput> {
  const korean = fillSentence(ko, 'ko', facts);
  if (!korean.ok) return korean;
  const english = fillSentence(en, 'en', facts);
  return english.ok ? succeed({ ko: korean.value, en: english.value }) : english;
}

function fillSentence(sentence: string, language: Language, facts: ClaimFacts): Result<readonly ClaimPart[]> {
  const parts: ClaimPart[] = [];
  for (const part of readSentence(sentence)) {
    const filled = fillPart(part, language, facts);
    if (!filled.ok) return filled;
    parts.push(filled.value);
  }
  return succeed(parts);
}

function fillPart(part: SentencePart, language: Language, facts: ClaimFacts): Result<ClaimPart> {
  if (part.part === 'words') return succeed(part);
  if (part.part === 'setting') {
    const value = facts.settings.get(`${part.analysis}.${part.setting}`);
    return succeed({
      part: 'setting',
      shown: typeof value === 'number' ? trimZeros(formatNumber(value, 3)) : String(value),
    });
  }
  const found = facts.estimates.get(part.estimate);
  if (found === undefined) {
    return fail({ kind: 'claim-unknown', name: part.estimate, known: [...facts.estimates.keys()] });
  }
  if (found.state !== 'shown') return succeed({ part: 'number', estimate: part.estimate, shown: null });
  const shown = shownAs(found.estimate, part.form, language);
  return shown === null
    ? fail({ kind: 'claim-unknown', name: `${part.estimate}:${part.form}`, known: forms(found.estimate) })
    : succeed({ part: 'number', estimate: part.estimate, shown });
}

const forms = (estimate: Estimate): readonly string[] => [
  'value',
  ...(estimate.low === null || estimate.high === null ? [] : ['interval']),
  'n',
  ...Object.keys(estimate.parts),
];

function shownAs(estimate: Estimate, form: string, language: Language): string | null {
  if (form === 'whole')
    return formatEstimate(estimate, language, estimate.seed === undefined ? 'confidence' : 'uncertainty');
  if (form === 'value') return printEstimate(estimate, language).value;
  if (form === 'interval') return printEstimate(estimate, language).interval;
  const count = form === 'n' ? estimate.n : estimate.parts[form];
  return count === undefined ? null : formatCount(count);
}
