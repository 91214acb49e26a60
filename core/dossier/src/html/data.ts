import { formatSuppressed } from '@daero/domain/format/duration';
import { formatCount } from '@daero/domain/format/number';
import { formatPercent } from '@daero/domain/format/probability';
import type { Language } from '@daero/domain/text';
import type { Dossier, QualityRow, Source } from '../dossier.ts';
import { say } from '../words.ts';
import { figureBlock } from './figure.ts';
import type { Section } from './front.ts';
import { hash, html, type Html } from './html.ts';
import { table } from './table.ts';

/** Sources, what they let through, how good they are, and who is in the analysis. */
export function dataSection({ sources, quality, dataFigures }: Dossier, language: Language): Section {
  const parts = [
    { id: 'sources', title: say('sources', language) },
    { id: 'quality', title: say('quality', language) },
    { id: 'flow', title: say('flow.completeness', language) },
  ];
  const body = html`<h3 id="sources">${say('sources', language)}</h3>
    ${sourcesTable(sources, language)}
    <h3 id="quality">${say('quality', language)}</h3>
    ${qualityTable(quality, language)}
    <h3 id="flow">${say('flow.completeness', language)}</h3>
    ${
      dataFigures.length === 0
        ? html`<p>— ${say('figure.empty', language)}</p>`
        : dataFigures.map((figure) => figureBlock(figure, 4, language))
    }`;
  return { id: 'data', title: say('section.data', language), body, parts };
}

function sourcesTable(sources: readonly Source[], language: Language): Html {
  const head = [
    { title: say('source', language) },
    { title: say('origin', language) },
    { title: say('rows', language), align: 'end' },
    { title: say('disclosure', language) },
    { title: say('licence', language) },
    { title: say('node', language) },
  ] as const;
  const rows = sources.map(({ title, file, origin, rows: count, disclosure, licence, node }) => ({
    cells: [
      {
        content: html`${title[language]}
          <div class="meta"><code class="wrap">${file}</code></div>`,
      },
      { content: say(`origin.${origin}`, language) },
      { content: formatCount(count), node },
      {
        content:
          disclosure === 'open'
            ? say('disclosure.open', language)
            : html`<span data-node="${node}"
                >${say('disclosure.cell', language, { n: disclosure.smallestCell })}</span
              >`,
      },
      { content: licence[language] },
      { content: hash(node) },
    ],
  }));
  return table(say('sources', language), head, rows);
}

function qualityTable(quality: readonly QualityRow[], language: Language): Html {
  const head = [
    { title: say('quality.check', language) },
    { title: say('source', language) },
    { title: say('quality.dimension', language) },
    { title: say('quality.rows', language), align: 'end' },
    { title: say('quality.outcome', language) },
    { title: say('node', language) },
  ] as const;
  const rows = quality.map(({ check, source, dimension, failing, of, outcome, note, node }) => ({
    cells: [
      { content: check[language] },
      { content: html`<code class="id">${source}</code>` },
      { content: say(`quality.${dimension}`, language) },
      {
        content:
          typeof failing === 'number'
            ? html`${formatCount(failing)}
                <div class="meta">/ ${formatCount(of)} (${formatPercent(failing, of)})</div>`
            : html`${formatSuppressed(failing.fewerThan, language)}`,
        node,
      },
      {
        content: html`${say(`quality.${outcome}`, language)}${
          note === null ? null : html`<div class="meta" data-node="${node}">${note[language]}</div>`
        }`,
      },
      { content: hash(node) },
    ],
  }));
  return table(say('quality', language), head, rows);
}
