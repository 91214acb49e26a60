import { parseArgs } from 'node:util';
import type { Method } from '@daero/domain/method';
import { methods } from '@daero/evidence/methods';
import { z } from 'zod';
import { language, print, type Command } from '../terminal.ts';

/** daero methods [name] [--json]: what a plan can name, with its columns, settings and estimates. */
export const methodsCommand: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [wanted] = positionals;
  const shown = [...methods.values()].filter(({ name }) => wanted === undefined || name === wanted);
  if (values.json) print(JSON.stringify({ ok: true, methods: shown.map(described) }));
  else for (const method of shown) tell(method);
  return wanted !== undefined && shown.length === 0 ? 1 : 0;
};

const schemaOf = (method: Method): unknown =>
  z.toJSONSchema(method.settings, { io: 'input', unrepresentable: 'any' });

const described = (method: Method): unknown => {
  const { name, title, takes, gives, byGroup, file } = method;
  return { name, title, columns: takes, gives, byGroup, file: `core/${file}`, settings: schemaOf(method) };
};

const settingsSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});

function tell(method: Method): void {
  const { properties, required } = settingsSchema.parse(schemaOf(method));
  const columns = method.takes.map(({ role, kind, optional }) => `${role}${optional ? '?' : ''} (${kind})`);
  const settings = Object.keys(properties).map((name) => (required.includes(name) ? name : `${name}?`));
  const words = {
    ko: { columns: '열', settings: '설정', gives: '추정값' },
    en: { columns: 'columns', settings: 'settings', gives: 'gives' },
  }[language];
  print(`${method.name}  ${method.title[language]}`);
  print(`    ${words.columns}: ${columns.join(', ') || '—'}`);
  print(`    ${words.settings}: ${settings.join(', ') || '—'}`);
  print(`    ${words.gives}: ${method.gives.join(', ')}`);
}
