import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds in a page, without its frames: the dossier's frame lets no script run, so the dossier is asked as a page. */
export async function axeFindings(at: Page): Promise<readonly string[]> {
  await at.evaluate(axe);
  return at.evaluate<string[]>(`
    axe.run(document, { runOnly: ${JSON.stringify(rules)}, iframes: false, resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(' | ')))`);
}

/** Every string that is seen or read aloud, with the language it is marked as. */
const spoken = `(() => {
  const found = [];
  const add = (element, text) => {
    const words = text.trim();
    if (words === '' || element.closest('script, style, title')) return;
    const marked = element.closest('[lang]');
    found.push({
      words,
      lang: marked?.lang || document.documentElement.lang,
      isName: element.closest('.hash, code, kbd, samp, .notranslate, [translate=no], [lang=zxx]') !== null,
    });
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    if (node.parentElement?.checkVisibility()) add(node.parentElement, node.data);
  for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      if (element.hasAttribute(name) && element.checkVisibility()) add(element, element.getAttribute(name));
  return found;
})()`;

type Spoken = { readonly words: string; readonly lang: string; readonly isName: boolean };

const hangul = /[가-힣]/;
/** Three small letters in a row are a word, not a unit, an abbreviation or a name of a file. */
const englishWord = /(?<![A-Za-z0-9_./-])[a-z]{3,}(?![A-Za-z0-9_./-])/;

/** Strings in the other language than the page's, not marked as such. */
export async function strangers(
  at: Page | Frame,
  language: 'ko' | 'en',
  names: RegExp,
): Promise<readonly string[]> {
  const all = await at.evaluate<Spoken[]>(spoken);
  return [
    ...new Set(
      all
        .filter(({ lang, isName }) => !isName && (lang === '' || lang === language))
        .map(({ words }) => words)
        .filter((words) =>
          language === 'en'
            ? hangul.test(words)
            : !hangul.test(words) && englishWord.test(words.replace(names, '')),
        ),
    ),
  ];
}

/** How far the page could be moved sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
