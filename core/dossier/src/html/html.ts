import type { Language } from '@daero/domain/text';

/** Markup that is safe to set: the only way to make one escapes what is put into it. */
export type Html = { readonly markup: string };
export type Content = string | Html | readonly Html[] | null;

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const settle = (content: Content): string => {
  if (content === null) return '';
  if (typeof content === 'string') return escapeHtml(content);
  return 'markup' in content ? content.markup : content.map(({ markup }) => markup).join('');
};

/** The indentation of our own source is not part of the document. */
const unindented = (piece: string): string => piece.replace(/\n\s*>/g, '>').replace(/\n\s+/g, '\n');

/** Markup with holes: words in them are escaped, markup is not escaped twice, numbers do not compile. */
export function html(pieces: TemplateStringsArray, ...holes: readonly Content[]): Html {
  return { markup: pieces.map((piece, at) => unindented(piece) + settle(holes[at] ?? null)).join('') };
}

/** Trusted markup from one place only: an SVG that our own renderer drew. */
export const drawing = (svg: string): Html => ({ markup: svg });

/** Text of known language inside a document of the other. */
export const foreign = (text: string, of: Language, within: Language): Html =>
  of === within ? html`${text}` : html`<span lang="${of}">${text}</span>`;

/** Korean that stands in an English document (names, file names) says so, for readers by voice and for line breaks. */
export function markKorean(markup: string): string {
  const pieces = markup.split(/(<style>[^]*?<\/style>|<title>[^]*?<\/title>|<svg[^]*?<\/svg>|<[^>]*>)/);
  return pieces
    .map((piece) =>
      piece.startsWith('<')
        ? piece
        : piece.replace(/[가-힣]+(?:[\s·,.\d]*[가-힣]+)*/g, (run) => `<span lang="ko">${run}</span>`),
    )
    .join('');
}

/** A hash as people read it: the first eight, the whole one behind it. */
export const hash = (whole: string): Html =>
  html`<code class="hash" title="${whole}">${whole.slice(0, 8)}</code>`;

/** Text inside a CSS string. */
export const cssText = (text: string): string =>
  [...text]
    .map((character) =>
      /["\\<>\n\r\f]/.test(character) ? `\\${character.charCodeAt(0).toString(16)} ` : character,
    )
    .join('');
