import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { pageHeaders } from './security.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};
const packed = new Set(['.woff2', '.png']);

type Encoding = 'br' | 'gzip' | 'identity';
type Page = {
  readonly mark: string;
  readonly etag: string;
  readonly type: string;
  readonly bodies: ReadonlyMap<Encoding, Promise<Buffer>> & {
    readonly set: (key: Encoding, value: Promise<Buffer>) => unknown;
  };
};

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const packers: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => zip(bytes, { level: 9 }),
  identity: async (bytes) => bytes,
};

/** The built pages. A path that is no file is a page of the app (its router knows it); a missing asset is missing. */
export function pages(folder: string): (request: Request) => Promise<Response | null> {
  const known = new Map<string, Page>();

  const load = async (path: string): Promise<Page | null> => {
    const file = join(folder, path);
    const facts = await stat(file).catch(() => null);
    if (facts === null || !facts.isFile()) return null;
    const mark = `${facts.mtimeMs}:${facts.size}`;
    const before = known.get(path);
    if (before?.mark === mark) return before;
    const bytes = await readFile(file);
    const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    const type = types[extname(path)] ?? 'application/octet-stream';
    const bodies = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(bytes)]]);
    const page = { mark, etag, type, bodies };
    known.set(path, page);
    return page;
  };

  return async (request) => {
    const asked = pathOf(request);
    if (asked === null) return null;
    const found = asked === '/' ? null : await load(asked);
    const path = found !== null ? asked : '/index.html';
    if (found === null && extname(asked) !== '') return null;
    const page = found ?? (await load('/index.html'));
    if (page === null) return null;

    const encoding = packed.has(extname(path)) ? 'identity' : encodingOf(request);
    const tag = `"${page.etag}-${encoding}"`;
    const headers = {
      ...(path.endsWith('.html') ? pageHeaders : {}),
      'content-type': page.type,
      etag: tag,
      vary: 'accept-encoding',
      // Names of built assets hold a hash of their content; everything else is asked for again.
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    };
    if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers });
    const body = await bodyOf(page, encoding);
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), { headers });
  };
}

/** Each form is made once, off the main thread. */
async function bodyOf(page: Page, encoding: Encoding): Promise<Buffer> {
  const made = page.bodies.get(encoding);
  if (made !== undefined) return made;
  const whole = await page.bodies.get('identity');
  if (whole === undefined) throw new Error('a page without its bytes');
  const packing = packers[encoding](whole);
  page.bodies.set(encoding, packing);
  return packing;
}

function encodingOf(request: Request): Encoding {
  const accepted = request.headers.get('accept-encoding') ?? '';
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}

/** The path within the folder; `null` for one that would leave it or cannot be read. */
function pathOf(request: Request): string | null {
  try {
    const path = normalize(decodeURIComponent(new URL(request.url).pathname));
    return path.startsWith('/') && !path.includes('..') && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}
