/**
 * How alike two texts are: the resemblance of Broder (1997), "On the resemblance and containment of
 * documents", with runs of three letters as shingles. 1 is the same text, 0 nothing in common.
 *
 * Letters rather than words, because Korean puts particles on them: 병원을 and 병원의 share their stem.
 */
export function resemblance(first: string, second: string): number {
  const [a, b] = [shingles(first), shingles(second)];
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const shingle of a) if (b.has(shingle)) common += 1;
  return common / (a.size + b.size - common);
}

const length = 3;

/** Letters and digits only, in one form and case; a shorter text is one shingle. */
export function shingles(text: string): ReadonlySet<string> {
  const letters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ''),
  ];
  if (letters.length === 0) return new Set();
  const last = Math.max(0, letters.length - length);
  return new Set(Array.from({ length: last + 1 }, (_none, at) => letters.slice(at, at + length).join('')));
}
