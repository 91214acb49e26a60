/** Particles that change with the final consonant (받침) of the word before: with it, then without. */
const pairs = {
  '은/는': ['은', '는'],
  '이/가': ['이', '가'],
  '을/를': ['을', '를'],
  '과/와': ['과', '와'],
  '으로/로': ['으로', '로'],
  '이며/며': ['이며', '며'],
  '이고/고': ['이고', '고'],
  '이나/나': ['이나', '나'],
  '이었다/였다': ['이었다', '였다'],
  '이었습니다/였습니다': ['이었습니다', '였습니다'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type Particle = keyof typeof pairs;

type Ending = 'consonant' | 'rieul' | 'vowel';

// 영 일 이 삼 사 오 육 칠 팔 구; a final 0 of 10, 100, 1,000 is 십, 백, 천: a consonant as well
const digits: readonly Ending[] = [
  'consonant', 'rieul', 'vowel', 'consonant', 'vowel', 'vowel', 'consonant', 'rieul', 'rieul', 'vowel',
]; // prettier-ignore

const spokenUnits: readonly (readonly [RegExp, Ending])[] = [
  [/%p?$/, 'vowel'], // 퍼센트, 퍼센트포인트
  [/\d\s?(k|m)?g$/, 'consonant'], // 그램
  [/\d\s?(k|c|m)?m$/, 'vowel'], // 미터
  [/[℃°]C?$/, 'vowel'], // 도
];

function hangulEnding(code: number): Ending {
  const final = (code - 0xac00) % 28;
  return final === 0 ? 'vowel' : final === 8 ? 'rieul' : 'consonant';
}

/** An abbreviation is read by letter names (엘, 엠, 엔, 알); a word as its last sound is written in Hangul. */
function latinEnding(word: string): Ending {
  const spelled = word === word.toUpperCase();
  const last = word.slice(-1).toLowerCase();
  if (last === 'l' || (spelled && last === 'r')) return 'rieul';
  if (last === 'm' || last === 'n' || (!spelled && word.endsWith('ng'))) return 'consonant';
  return !spelled && /[aeiou][bckpt]$/i.test(word) && !/[aeiou]{2}.$/i.test(word) ? 'consonant' : 'vowel';
}

function endingOf(text: string): Ending {
  const read = text.replace(/(\s*\([^()]*\))+$/, '').replace(/[\s"'”’」』)\].,]+$/, ''); // brackets are not read
  const unit = spokenUnits.find(([form]) => form.test(read));
  if (unit !== undefined) return unit[1];
  const code = read.charCodeAt(read.length - 1);
  if (code >= 0xac00 && code <= 0xd7a3) return hangulEnding(code);
  const digit = /\d$/.exec(read);
  if (digit !== null) return digits[Number(digit[0])] ?? 'vowel';
  const word = /[A-Za-z]+$/.exec(read);
  return word === null ? 'vowel' : latinEnding(word[0]);
}

/** The particle that follows this text. */
export function particleAfter(text: string, particle: Particle): string {
  const ending = endingOf(text);
  const [closed, open] = pairs[particle];
  if (particle === '으로/로') return ending === 'consonant' ? closed : open; // 서울로, 칠로
  return ending === 'vowel' ? open : closed;
}

export const withParticle = (text: string, particle: Particle): string =>
  text + particleAfter(text, particle);

const isParticle = (name: string): name is Particle => name in pairs;

/** Settles `[은/는]` marks in a sentence by the words that stand before them; `before` is what precedes the sentence. */
export function settleParticles(sentence: string, before = ''): string {
  let settled = '';
  let from = 0;
  for (const mark of sentence.matchAll(/\[([가-힣]+\/[가-힣]+)\]/g)) {
    const [whole, name = ''] = mark;
    if (!isParticle(name)) throw new Error(`no such particle: ${whole}`);
    settled += sentence.slice(from, mark.index);
    settled += particleAfter(before + settled, name);
    from = mark.index + whole.length;
  }
  return settled + sentence.slice(from);
}
