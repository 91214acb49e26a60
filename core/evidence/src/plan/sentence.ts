/** One run of a claim's sentence: words, or a slot for something computed. */
export type SentencePart =
  | { readonly part: 'words'; readonly words: string }
  /** `{sens-5}` value with interval, `{sens-5:value}`, `{sens-5:interval}`, `{sens-5:n}` or a count: `{sens-5:events}`. */
  | { readonly part: 'estimate'; readonly estimate: string; readonly form: string }
  /** `{accuracy-5.threshold}`: a setting of an analysis, so that even a threshold is not typed. */
  | { readonly part: 'setting'; readonly analysis: string; readonly setting: string };

const slot = /\{([a-z][a-z0-9-]*)(?::([a-z-]+)|\.([A-Za-z-]+))?\}/g;

export function readSentence(sentence: string): readonly SentencePart[] {
  const parts: SentencePart[] = [];
  let end = 0;
  for (const match of sentence.matchAll(slot)) {
    if (match.index > end) parts.push({ part: 'words', words: sentence.slice(end, match.index) });
    const [whole, name = '', form = 'whole', setting] = match;
    parts.push(
      setting === undefined
        ? { part: 'estimate', estimate: name, form }
        : { part: 'setting', analysis: name, setting },
    );
    end = match.index + whole.length;
  }
  if (end < sentence.length) parts.push({ part: 'words', words: sentence.slice(end) });
  return parts;
}

// A digit inside a name (NEWS2, APACHE-II-2, 제2형) is part of the name; one that stands alone, also behind a sign, a point or
// a Korean word, is a typed number.
const standing = /(?<![\p{Script=Latin}\p{Nd}제]|[\p{Script=Latin}\p{Nd}][.-])\p{Nd}[\p{Nd}.,]*/u;

/** The first number that was typed into the sentence instead of being bound, if there is one. */
export const typedNumber = (sentence: string): string | undefined => firstInWords(sentence, standing);

/** A brace that belongs to no slot, with what follows it: a slot that was misspelt. */
export const looseBrace = (sentence: string): string | undefined =>
  firstInWords(sentence, /[{}][^{}\s]{0,40}\}?/u);

function firstInWords(sentence: string, wanted: RegExp): string | undefined {
  for (const part of readSentence(sentence)) {
    const found = part.part === 'words' ? wanted.exec(part.words)?.[0] : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
