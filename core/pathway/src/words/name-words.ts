import type { Text } from '@daero/domain/text';
import type { Rules } from '../jurisdiction/rules.ts';
import { koreanNames } from './names.ts';
import { terminalWords } from './terminals.ts';

type Named = { readonly id: string; readonly name: string; readonly nameLocal: string };

const named = (rules: Rules, one: Named, key: string): Text => ({
  ko: rules.code === 'KR' ? one.nameLocal : (koreanNames[key] ?? one.nameLocal),
  en: one.name,
});

/** What a stage or a terminal is called; an id that the rules do not have is a broken promise of ours. */
export function placeName(rules: Rules, id: string): Text {
  const stage = rules.file.stages.find((one) => one.id === id);
  if (stage !== undefined) return named(rules, stage, id);
  const words = terminalWords[`${rules.code} ${id}`];
  if (words === undefined) throw new Error(`no stage or terminal ${id} in ${rules.code}`);
  return words;
}

export function routeName(rules: Rules, id: string): Text {
  const route = rules.routes.get(id);
  if (route === undefined) throw new Error(`no route ${id} in ${rules.code}`);
  return named(rules, route, id);
}

export function actorName(rules: Rules, id: string): Text {
  const actor = rules.file.actors.find((one) => one.id === id);
  if (actor === undefined) throw new Error(`no actor ${id} in ${rules.code}`);
  return named(rules, actor, `${rules.code} ${id}`);
}
