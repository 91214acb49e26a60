import type { Language } from '@daero/domain/text';

const fieldsOf = (value: object): readonly (readonly [string, unknown])[] => Object.entries(value);
const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Settings of an analysis on one line, as they stand in the plan; words that stand there in both languages, in one. */
export function speakSettings(settings: unknown, language: Language): string {
  const inWords = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(inWords).join(', ');
    if (!isGroup(value)) return String(value);
    if ('ko' in value && 'en' in value) return String(value[language]);
    return fieldsOf(value)
      .map(([name, inner]) =>
        isGroup(inner) && !('ko' in inner) ? `${name} (${inWords(inner)})` : `${name} ${inWords(inner)}`,
      )
      .join('; ');
  };
  return settings === undefined ? '—' : inWords(settings);
}
