/** Just enough of a reader to judge our own documents: it throws on anything that is not balanced. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | null;
};
export type TextRun = { readonly text: string; readonly parent: Element };
export type ReadDocument = { readonly elements: readonly Element[]; readonly texts: readonly TextRun[] };

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const decode = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);

export function readHtml(markup: string): ReadDocument {
  const elements: Element[] = [];
  const texts: TextRun[] = [];
  let open: Element | null = null;
  const body = markup.replace(/^<!doctype html>\s*/, '').replace(/(<style>)[^]*?(<\/style>)/, '$1$2');
  for (const [token] of body.matchAll(/<[^>]*>|[^<]+/g)) {
    if (token.startsWith('</')) {
      const name: string = token.slice(2, -1);
      if (open === null || open.name !== name) throw new Error(`${token} closes ${open?.name ?? 'nothing'}`);
      open = open.parent;
    } else if (token.startsWith('<')) {
      const name: string = /^<([a-z][a-z0-9]*)/.exec(token)?.[1] ?? '';
      if (name === '') throw new Error(`not a tag: ${token.slice(0, 80)}`);
      const attributes: Record<string, string> = {};
      for (const [, key = '', value = ''] of token.matchAll(/\s([a-zA-Z][\w:-]*)="([^"]*)"/g))
        attributes[key] = decode(value);
      const element: Element = { name, attributes, parent: open };
      elements.push(element);
      if (name !== 'meta' && name !== 'br' && !token.endsWith('/>')) open = element;
    } else if (open !== null && token.trim() !== '') texts.push({ text: decode(token), parent: open });
  }
  if (open !== null) throw new Error(`${open.name} is never closed`);
  return { elements, texts };
}

export function within(start: Element, holds: (element: Element) => boolean): boolean {
  for (let at: Element | null = start; at !== null; at = at.parent) if (holds(at)) return true;
  return false;
}
