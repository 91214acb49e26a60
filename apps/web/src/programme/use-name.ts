import type { Text } from '@daero/domain/text';
import { useWords } from '../i18n.ts';

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A name that stands for itself, as the first word of a cell or a title: English begins it with a capital. */
export function useName(): (name: Text) => string {
  const { text } = useWords();
  return (name) => capital(text(name));
}
