import { printEstimate } from '@daero/domain/format/estimate';
import { formatCount } from '@daero/domain/format/number';
import { languages, type Language } from '@daero/domain/text';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureWords } from '@daero/figures/words';
import type { Dossier } from './dossier.ts';
import { dossierHtml } from './dossier-html.ts';
import { cssText } from './html/html.ts';
import { readHtml, within, type Element } from './testing/read-html.ts';
import { sampleDossier } from './testing/sample.ts';
import { dossierWords } from './words.ts';

const dossier = sampleDossier(() => '<svg role="img" aria-label="drawn"></svg>');
const page = (language: Language, of: Dossier = dossier): ReturnType<typeof readHtml> =>
  readHtml(dossierHtml(of, language));
const bound = (element: Element): boolean => within(element, ({ attributes }) => 'data-node' in attributes);
/** Every string that stands in a tree. */
const wordsOf = (tree: unknown): readonly string[] =>
  typeof tree === 'string'
    ? [tree]
    : typeof tree === 'object' && tree !== null
      ? Object.values(tree).flatMap(wordsOf)
      : [];
/** Names and attributes of all elements; runs in the other language may differ between the two. */
const skeleton = (of: Dossier, language: Language): readonly string[] =>
  page(language, of).elements.flatMap(({ name, attributes }) => {
    const { class: style = '', lang, id = '' } = attributes;
    const names = Object.keys(attributes).join(' ');
    return lang !== undefined && name === 'span' ? [] : [`${name}.${style}#${id} ${names}`];
  });

describe.each(languages)('in %s', (language) => {
  const { elements, texts } = page(language);

  test('every number carries the node it comes from', () => {
    const printed = dossier.numbers.flatMap(({ content }) => {
      if (content.kind !== 'shown') return [];
      const { value, interval } = printEstimate(content.estimate, language);
      return [
        value,
        ...(interval === null ? [] : [interval]),
        ...Object.values(content.estimate.parts).map(formatCount),
      ];
    });
    expect(printed.length).toBeGreaterThan(20);
    for (const number of printed) {
      const places = texts.filter(({ text }) => text.includes(number));
      expect(places.length, number).toBeGreaterThan(0);
    }
    // digits elsewhere are names, dates, hashes, places in the document, or words that authors wrote
    const authored = wordsOf({
      ...dossier,
      dataFigures: [],
      results: dossier.results.map((part) => ({ ...part, figures: [] })),
    });
    const own = Object.values(dossierWords).map((word) => word[language]);
    const loose = texts.filter(
      ({ text, parent }) =>
        /\d/.test(text) &&
        !bound(parent) &&
        !within(parent, ({ name }) => ['time', 'code', 'h2', 'nav', 'title'].includes(name)) &&
        !(/[A-Za-z가-힣]{2}/.test(text) && authored.some((word) => word.includes(text.trim()))) &&
        !own.some((word) => text.includes(word)),
    );
    expect(loose.map(({ text }) => text)).toEqual([]);
  });

  test('a number edited out of its binding is noticed', () => {
    const markup = dossierHtml(dossier, language).replace(/<a\s+class="live [^>]*>([^<]*)<\/a>/, '$1');
    const unbound = readHtml(markup).texts.filter(
      ({ text, parent }) => text.includes('0.812 (') && !bound(parent),
    );
    expect(unbound).toHaveLength(1);
  });

  test('each live number leads to its row, and every other link to its place', () => {
    const ids = elements.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
    expect(new Set(ids).size).toBe(ids.length);
    const links = elements.flatMap(({ attributes: { href } }) =>
      href?.startsWith('#') === true ? [href.slice(1)] : [],
    );
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
    const live = elements.filter(({ attributes }) => attributes.class?.startsWith('live') === true);
    expect(live.length).toBeGreaterThan(8);
    for (const { attributes } of live) {
      expect(attributes['data-node']).toMatch(/^[0-9a-f]{64}$/);
      expect(attributes.title).toContain(attributes['data-node']?.slice(0, 8) ?? 'no node');
    }
  });

  test('a withheld number is a dash with its reason, and nothing else', () => {
    const [place] = elements.filter(({ attributes }) => attributes['data-estimate'] === 'auc-site-4');
    const said = texts
      .filter(({ parent }) => within(parent, (element) => element === place))
      .map(({ text }) => text.trim());
    expect(said).toEqual(['—', dossierWords.withheld[language]]);
  });

  test('who was analysed is told before any number of them', () => {
    const ids = elements.map(({ name, attributes }) =>
      name === 'table' ? 'table' : (attributes['id'] ?? ''),
    );
    const section = ids.indexOf('s-readers');
    const after = ids.slice(section).filter((id) => id !== '');
    expect(after.indexOf('f-flow-readers')).toBeLessThan(after.indexOf('f-readers'));
    // its own table behind the flow comes first, then the table of estimates
    expect(after.slice(0, 2)).toEqual(['s-readers', 'f-flow-readers']);
  });

  test('headings do not skip a level, heads of tables have their scope', () => {
    const levels = elements.flatMap(({ name }) => (/^h\d$/.test(name) ? [Number(name[1])] : []));
    expect(levels[0]).toBe(1);
    levels.forEach((level, at) => {
      expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
    });
    for (const { name, attributes } of elements)
      if (name === 'th') expect(attributes.scope).toMatch(/^(col|row)$/);
  });

  test('stands alone: no script, nothing fetched', () => {
    const markup = dossierHtml(dossier, language);
    expect(markup).not.toMatch(/<(script|link|img|iframe|object)\b|@import|url\(|\son[a-z]+=/);
    expect(elements[0]?.attributes.lang).toBe(language);
  });

  test('what must be said on every page is said above, behind and below', () => {
    const markup = dossierHtml(dossier, language);
    for (const label of dossier.labels) {
      expect(texts.some(({ text }) => text.includes(dossierWords[`label.${label}`][language]))).toBe(true);
      const mark = dossierWords[`mark.${label}`][language];
      expect(
        texts.some(
          ({ text, parent }) =>
            text === mark && within(parent, ({ attributes }) => attributes.class === 'watermark'),
        ),
      ).toBe(true);
      expect(markup).toMatch(new RegExp(`@bottom-left\\{content:"[^"]*${mark}`));
    }
  });

  test('an unlocked plan says so above every page and in place of a date', () => {
    const unlocked: Dossier = { ...dossier, lock: { state: 'unlocked' } };
    const said = page(language, unlocked).texts.filter(({ text }) =>
      text.includes(dossierWords.unlocked[language]),
    );
    expect(said).toHaveLength(2);
    expect(dossierHtml(unlocked, language)).toContain(
      `content:"! ${dossierWords['date.unlocked'][language]}`,
    );
    expect(texts.some(({ text }) => text.includes(dossierWords.unlocked[language]))).toBe(false);
  });
});

test('deviations tell whether the data had been opened', () => {
  const after = page('en').texts.map(({ text }) => text);
  expect(after).toContain('after data opening');
  const later = page('en', { ...dossier, outcomesOpenedAt: null }).texts.map(({ text }) => text);
  expect(later).not.toContain('after data opening');
  expect(later.filter((text) => text.includes('opening not recorded'))).toHaveLength(2);
});

describe('two languages, one document', () => {
  test('the same structure', () => {
    expect(skeleton(dossier, 'ko')).toEqual(skeleton(dossier, 'en'));
  });

  test('English has Korean only where it says so, and then only names', () => {
    const korean = page('en').texts.filter(({ text }) => /[가-힣]/.test(text));
    for (const { text, parent } of korean) {
      expect(parent.attributes.lang, text).toBe('ko');
      expect(JSON.stringify(dossier)).toContain(text);
    }
  });

  test('Korean has none of the English words of document or figures', () => {
    const english = new Set<string>(
      Object.values({ ...dossierWords, ...figureWords }).flatMap(({ ko, en }) => (ko === en ? [] : [en])),
    );
    const left = page('ko').texts.filter(
      ({ text, parent }) =>
        english.has(text.trim()) && !within(parent, ({ attributes }) => attributes.lang === 'en'),
    );
    expect(left.map(({ text }) => text)).toEqual([]);
  });

  test('every word is there in both, with the same slots', () => {
    const slots = (text: string): readonly string[] =>
      [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();
    for (const [name, { ko, en }] of Object.entries(dossierWords)) {
      expect(ko.trim() !== '' && en.trim() !== '', name).toBe(true);
      expect(slots(ko), name).toEqual(slots(en));
      expect(en, name).not.toMatch(/[가-힣]/);
      expect(ko, name).not.toMatch(/[은을이]\((는|를|가)\)/);
    }
  });
});

describe('whatever authors write stays words', () => {
  const hostile = (said: string): Dossier => {
    const both = { ko: said, en: said };
    return {
      ...dossier,
      version: said,
      title: both,
      summary: both,
      product: { ...dossier.product, name: both, maker: both, version: said },
      authors: [{ name: said, role: both }],
      sources: dossier.sources.map((source) => ({ ...source, title: both, file: said, licence: both })),
      requirements: dossier.requirements.map((requirement) => ({
        ...requirement,
        text: both,
        source: `가${said}`,
      })),
      numbers: dossier.numbers.map((number) => ({ ...number, label: both })),
      claims: dossier.claims.map((claim) => ({
        ...claim,
        sentence: { ko: [{ part: 'words', words: said }], en: [] },
      })),
    };
  };
  const plain = skeleton(hostile('x'), 'ko');

  test('no text changes the structure, and all of it arrives', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'a', ' ', '=', '`', '$', '{', '\\', ']'),
          minLength: 1,
        }),
        (said) => {
          expect(skeleton(hostile(said), 'ko')).toEqual(plain);
          const arrived = page('ko', hostile(said)).texts.filter(({ text }) => text.includes(said.trim()));
          expect(arrived.length).toBeGreaterThan(3);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a quotation mark opens no attribute', () => {
    expect(skeleton(hostile('" onclick="x" a="'), 'ko')).toEqual(plain);
  });

  test('the style sheet cannot be left from a running head', () => {
    expect(cssText('a"b\\c</style>')).toBe('a\\22 b\\5c c\\3c /style\\3e ');
    expect(dossierHtml(hostile('</style><b>'), 'ko').match(/<\/style>/g)).toHaveLength(1);
  });
});

test('the same tree gives the same bytes', () => {
  const again = sampleDossier(() => '<svg role="img" aria-label="drawn"></svg>');
  expect(dossierHtml(again, 'ko')).toBe(dossierHtml(dossier, 'ko'));
});

test('a number that the tree does not hold is a broken promise', () => {
  const broken: Dossier = { ...dossier, numbers: dossier.numbers.slice(1) };
  expect(() => dossierHtml(broken, 'ko')).toThrow('holds no number auc');
});
