import { fill, type Language, type Text } from '@daero/domain/text';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { words, type WordKey } from './words.ts';

const rows = Object.entries(words);
const spoken = (language: Language): Record<string, string> =>
  Object.fromEntries(rows.map(([key, row]) => [key, row[language]]));

export const asLanguage = (code: string | null | undefined): Language | null =>
  code === undefined || code === null
    ? null
    : code.startsWith('ko')
      ? 'ko'
      : code.startsWith('en')
        ? 'en'
        : null;

/** Starts in one language; keys are whole, and slots read `{name}` as everywhere in Daero. */
export function startWords(language: Language): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    resources: { ko: { translation: spoken('ko') }, en: { translation: spoken('en') } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    initAsync: false,
  });
}

export const changeLanguage = (language: Language): void => void i18next.changeLanguage(language);

export type Slots = Readonly<Record<string, string | number>>;
export type Words = {
  readonly language: Language;
  readonly say: (key: WordKey, slots?: Slots) => string;
  /** A text that came with data. */
  readonly text: (text: Text) => string;
};

/** Outside React (the accessible name of an SVG, a citation on the clipboard). */
export const sayIn = (language: Language, key: WordKey, slots: Slots = {}): string =>
  fill(words[key][language], slots);

export function useWords(): Words {
  const { i18n } = useTranslation();
  const language = asLanguage(i18n.language) ?? 'ko';
  return {
    language,
    say: (key, slots = {}) => sayIn(language, key, slots),
    text: (text) => text[language],
  };
}
