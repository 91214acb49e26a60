const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';

/** 흉부 → ㅎㅂ: the first consonant of each syllable, other characters as they are. */
export const initialsOf = (text: string): string =>
  [...text]
    .map((letter) => {
      const code = letter.charCodeAt(0) - 0xac00;
      return code >= 0 && code < 11_172 ? (initials[Math.floor(code / 588)] ?? letter) : letter;
    })
    .join('');

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, '');

const onlyInitials = (wanted: string): boolean =>
  wanted !== '' && [...wanted].every((letter) => initials.includes(letter));

/** Contains what is wanted, by letters or (where only first consonants were typed) by them; spaces never matter. */
export function matches(text: string, wanted: string): boolean {
  const sought = plain(wanted);
  if (sought === '') return true;
  const within = plain(text);
  return within.includes(sought) || (onlyInitials(sought) && initialsOf(within).includes(sought));
}

/** Better first: a start beats a word, a word beats the middle; null where it does not match. */
export function rank(text: string, wanted: string): number | null {
  if (!matches(text, wanted)) return null;
  const [within, sought] = [plain(text), plain(wanted)];
  if (within.startsWith(sought) || initialsOf(within).startsWith(sought)) return 0;
  return text
    .toLowerCase()
    .split(/\s+/)
    .some((word) => plain(word).startsWith(sought))
    ? 1
    : 2;
}
