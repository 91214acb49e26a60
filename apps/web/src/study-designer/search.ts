import { baseOf, questionFields, questionKinds, type QuestionKind } from '@daero/api/schemas/design-fields';

export type Values = Readonly<Record<string, string | number>>;
export type DesignSearch = {
  readonly question?: QuestionKind | undefined;
  readonly title?: string | undefined;
  readonly product?: string | undefined;
  readonly version?: string | undefined;
  readonly step?: string | undefined;
  readonly checklist?: string | undefined;
  /** The fields that differ from their first values. */
  readonly values?: Values | undefined;
};

const plain = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value).slice(0, 200) || undefined
    : undefined;

const firstKind = questionKinds[0];
export const kindOf = (search: DesignSearch): QuestionKind => search.question ?? firstKind;

/** The address as the page reads it: what it does not know is left out, and what is as at first is not written. */
export function readSearch(search: Record<string, unknown>): DesignSearch {
  const question = questionKinds.find((kind) => kind === search['question']);
  const given: unknown = search['values'];
  const known = questionFields[question ?? firstKind];
  const values =
    typeof given === 'object' && given !== null
      ? Object.entries(given).flatMap(
          ([name, value]: [string, unknown]): (readonly [string, string | number])[] => {
            const field = known.find((one) => one.name === name);
            if (field === undefined || value === field.base) return [];
            if (field.is === 'choice')
              return field.choices.some((choice) => choice.value === value) ? [[name, String(value)]] : [];
            return typeof value === 'number' && Number.isFinite(value) ? [[name, value]] : [];
          },
        )
      : [];
  const read: DesignSearch = {
    question: question === firstKind ? undefined : question,
    title: plain(search['title']),
    product: plain(search['product']),
    version: plain(search['version']),
    step: plain(search['step']),
    checklist: plain(search['checklist']),
    values: values.length === 0 ? undefined : Object.fromEntries(values),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** Every field with its value. */
export const valuesOf = (search: DesignSearch): Values => ({ ...baseOf(kindOf(search)), ...search.values });

/** What the server is asked. */
export function bodyOf(search: DesignSearch): Readonly<Record<string, unknown>> {
  const both = (text: string) => ({ ko: text, en: text });
  const { title, product, version } = search;
  return {
    question: kindOf(search),
    ...valuesOf(search),
    names: {
      ...(title === undefined ? {} : { title: both(title) }),
      ...(product === undefined ? {} : { product: both(product) }),
      ...(version === undefined ? {} : { version }),
    },
  };
}
