import type { Language } from '@daero/domain/text';

/** What somebody wrote stands in the language in which they wrote it. */
export const writtenIn = (words: string): Language => (/[가-힣]/.test(words) ? 'ko' : 'en');
