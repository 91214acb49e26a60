import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { id } from '@daero/domain/identity';
import { writeWhole } from '@daero/objects/file-store';
import { openStore } from '@daero/postgres/store';
import { eventColumns, eventRows, type EventRow } from '@daero/registry/events/event-rows';
import { home } from '@daero/server/project/root';
import { runningServer } from '@daero/server/state-file';
import { failed, print, printError, type Command } from '../terminal.ts';

/** daero extract <file.csv> --site id --type event.type... [--json]: events of the log as a file that a plan's source can name */
export const extractCommand: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      site: { type: 'string' },
      type: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (file === undefined || values.site === undefined) {
    printError({
      ko: 'daero extract <파일.csv> --site 기관 --type 사건종류...',
      en: 'daero extract <file.csv> --site id --type event.type...',
    });
    return 2;
  }
  const url = process.env.DATABASE_URL ?? runningServer(home)?.databaseUrl;
  const store = await openStore(url === undefined ? { folder: join(home, 'db') } : { url });
  if (!store.ok) return failed(store.fault, values.json);
  const query = {
    site: id<'site'>(values.site),
    ...(values.type.length === 0 ? {} : { types: values.type }),
  };
  try {
    const rows: EventRow[] = [];
    for await (const row of eventRows(store.value.events, query)) {
      if (!row.ok) return failed(row.fault, values.json);
      rows.push(row.value);
    }
    await writeWhole(file, csvOf(rows));
    if (values.json) print(JSON.stringify({ ok: true, rows: rows.length, file }));
    else print({ ko: `${rows.length}행을 썼습니다: ${file}`, en: `Wrote ${rows.length} rows: ${file}` });
    return 0;
  } finally {
    await store.value.close();
  }
};

/** RFC 4180; a column for every field that any row has, in a fixed order. */
function csvOf(rows: readonly EventRow[]): string {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    .filter((name) => name.startsWith('payload'))
    .sort();
  const columns = [...eventColumns, ...fields];
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? null)).join(','));
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
};
