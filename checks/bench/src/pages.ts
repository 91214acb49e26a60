import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { BenchRow } from './row.ts';
import { root } from './run-daero.ts';

/** What a browser fetches for the first view, compressed as it is sent, without fonts. */
export async function benchPages(): Promise<BenchRow[]> {
  const dist = join(root, 'apps/web/dist');
  const html = await readFile(join(dist, 'index.html'), 'utf8');
  const assets = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(
    (match) => match[1] ?? '',
  );
  const files = await Promise.all(assets.map((asset) => readFile(join(dist, asset))));
  const bytes = [Buffer.from(html), ...files].reduce((sum, file) => sum + brotliCompressSync(file).length, 0);
  const kilobytes = bytes / 1000;
  return [
    {
      what: `page payload, first view (${files.length} files)`,
      target: '<= 400 kB',
      figure: kilobytes,
      unit: 'kB',
      ok: kilobytes <= 400,
    },
  ];
}
