import type { ActField, ActView } from '@daero/api/schemas/programme-parts';

/** What a person filled in, by field: texts as typed, JSON texts where something was chosen. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** A field is known by its place in the act: two may go to one path. */
export const keyOf = (field: ActField, at: number): string => `${at} ${field.path}`;

export const initialAnswers = ({ fields }: ActView): Answers =>
  Object.fromEntries(
    fields.map((field, at) => [
      keyOf(field, at),
      field.kind === 'many' ? [] : field.kind === 'ordered' ? field.options.map(() => '') : field.initial,
    ]),
  );

/** The change as the server takes it: what is fixed, and each answer at its place. */
export function changeOf({ change, fields }: ActView, answers: Answers): Readonly<Record<string, unknown>> {
  return fields.reduce<unknown>(
    (made, field, at) =>
      placed(made, field.path === '' ? [] : field.path.split('.'), valueOf(field, answers[keyOf(field, at)])),
    change,
  ) as Readonly<Record<string, unknown>>; // a change is a record, and stays one
}

function valueOf({ kind, initial }: ActField, answer: string | readonly string[] | undefined): unknown {
  if (kind === 'many' || kind === 'ordered')
    return (typeof answer === 'string' ? [answer] : (answer ?? [])).map((one): unknown => JSON.parse(one));
  const text = (typeof answer === 'string' ? answer : initial).trim();
  switch (kind) {
    case 'choice':
    case 'json':
      return JSON.parse(text);
    case 'percent':
      return Math.round(100 * Number(text.replaceAll(',', '')));
    case 'won':
    case 'whole':
    case 'number':
      return Number(text.replaceAll(',', ''));
    default:
      return text;
  }
}

/** Puts a value at its place; at no place at all, its fields become fields of the whole. */
function placed(whole: unknown, path: readonly string[], value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return { ...(whole as object), ...(value as object) };
  if (Array.isArray(whole))
    return whole.map((one: unknown, at): unknown => (String(at) === first ? put(one, rest, value) : one));
  const before = whole as Readonly<Record<string, unknown>> | undefined;
  return { ...before, [first]: put(before?.[first], rest, value) };
}

const put = (whole: unknown, rest: readonly string[], value: unknown): unknown =>
  rest.length === 0 ? value : placed(whole ?? {}, rest, value);
