import type { ActField, ActView } from '@daero/api/schemas/programme-parts';
import type { Text } from '@daero/domain/text';
import { actWords, type Act } from '@daero/programme/words/acts';
import { effectWords, undoWords } from '@daero/programme/words/effects';
import { fieldWords, groupWords, type FieldWord, type Group } from './words.ts';

/** How the acts that a person may try are described to the page: what is fixed, and what is still asked. */
export type Option = ActField['options'][number];
type Rest = Partial<Pick<ActField, 'options' | 'initial' | 'required' | 'hint'>>;

export const field = (
  path: string,
  label: FieldWord | Text,
  kind: ActField['kind'],
  rest: Rest = {},
): ActField => ({
  path,
  label: typeof label === 'string' ? fieldWords[label] : label,
  kind,
  hint: null,
  required: true,
  options: [],
  initial: '',
  ...rest,
});

/** As an answer carries it. */
export const sent = (one: ActView): ActView => ({ ...one, change: { ...one.change } });

/** A choice among values; with only one it is made already. */
export const choice = (
  path: string,
  label: FieldWord | Text,
  options: readonly Option[],
  rest: Rest = {},
): ActField =>
  field(path, label, 'choice', {
    options: [...options],
    initial: options.length === 1 ? (options[0]?.value ?? '') : '',
    ...rest,
  });

export const option = (value: unknown, label: Text): Option => ({ value: JSON.stringify(value), label });
export const optionsOf = <Key extends string>(
  keys: readonly Key[],
  words: Readonly<Record<Key, Text>>,
): readonly Option[] => keys.map((key) => option(key, words[key]));

const moneyActs: ReadonlySet<Act> = new Set<Act>([
  'grant-paid',
  'own-cash-paid',
  'own-kind-given',
  'spent',
  'spending-reversed',
  'spending-disallowed',
  'recovered',
  'interest-credited',
  'transfer-asked',
  'transfer-decided',
  'carried-over',
  'returned',
  'year-settled',
]);

export function act(
  group: Group,
  change: { readonly type: Act } & Readonly<Record<string, unknown>>,
  fields: readonly ActField[] = [],
  about: Text | null = null,
): ActView {
  const { type } = change;
  const name = actWords[type];
  return {
    key: about === null ? type : `${type} ${about.en}`,
    group: { id: group, name: groupWords[group] },
    label: about === null ? name : { ko: `${name.ko}: ${about.ko}`, en: `${name.en}: ${about.en}` },
    consequence: effectWords[type],
    afterwards: moneyActs.has(type) ? undoWords.money : undoWords.event,
    change,
    fields: [...fields],
  };
}
