import { formatLevel, printEstimate } from '@daero/domain/format/estimate';
import type { Language } from '@daero/domain/text';
import type { Dossier, DrawnFigure, Economics, Parameter } from '../dossier.ts';
import { say } from '../words.ts';
import { estimateTable } from './estimate-table.ts';
import { figureBlock } from './figure.ts';
import type { Section } from './front.ts';
import { hash, html, type Html } from './html.ts';
import { anchorOf, numberOf } from './live-number.ts';
import { table } from './table.ts';

/** Who was analysed is told before any number of them. */
const isFlow = ({ drawn }: DrawnFigure): boolean => drawn.ko.figure.kind === 'flow';

export function resultsSection(dossier: Dossier, language: Language): Section {
  const parts = dossier.results.map(({ id, title }) => ({ id: `s-${id}`, title: title[language] }));
  const body = html`${dossier.results.map(
    ({ id, title, lead, numbers, figures }) =>
      html`<section id="s-${id}">
        <h3>${title[language]}</h3>
        ${lead === null ? null : html`<p class="lead">${lead[language]}</p>`}
        ${figures.filter(isFlow).map((figure) => figureBlock(figure, 4, language))}${
          numbers.length === 0
            ? null
            : estimateTable(
                title[language],
                numbers.map((number) => numberOf(dossier, number)),
                language,
              )
        }${figures.filter((figure) => !isFlow(figure)).map((figure) => figureBlock(figure, 4, language))}
      </section>`,
  )}`;
  return { id: 'results', title: say('section.results', language), body, parts };
}

export function economicsSection(dossier: Dossier, economics: Economics, language: Language): Section {
  const { title, perspective, priceYear, node } = economics;
  const body = html`<p class="lead">
      ${title[language]} · ${say('perspective', language)}: ${perspective[language]} ·
      <span data-node="${node}">${say('prices', language, { year: priceYear })}</span>
    </p>
    <h3 id="parameters">${say('parameters', language)}</h3>
    ${parameterTable(economics.parameters, language)}
    <h3 id="model-results">${say('economics.results', language)}</h3>
    ${estimateTable(
      say('economics.results', language),
      economics.numbers.map((number) => numberOf(dossier, number)),
      language,
    )}${economics.figures.map((figure) => figureBlock(figure, 4, language))}`;
  return {
    id: 'economics',
    title: say('section.economics', language),
    body,
    parts: [
      { id: 'parameters', title: say('parameters', language) },
      { id: 'model-results', title: say('economics.results', language) },
    ],
  };
}

/** Every parameter with where it comes from; an assumption is a source too, and says so. */
function parameterTable(parameters: readonly Parameter[], language: Language): Html {
  const head = [
    { title: say('parameter', language) },
    { title: say('value', language), align: 'end' },
    { title: say('interval', language), align: 'end' },
    { title: say('distribution', language) },
    { title: say('state', language) },
    { title: say('published', language) },
    { title: say('node', language) },
  ] as const;
  const rows = parameters.map(({ id, label, quantity, distribution, state, source, from, node }) => {
    const { value, interval } = printEstimate(quantity, language);
    return {
      cells: [
        { content: html`${label[language]} <code class="id">${id}</code>` },
        { content: value, node },
        {
          content:
            interval === null
              ? say('fixedValue', language)
              : html`${interval}<span class="prices">${formatLevel(quantity.level)}</span>`,
          node,
        },
        { content: distribution === null ? '' : html`<code class="wrap">${distribution}</code>`, node },
        { content: html`<span class="state ${state}">${say(`parameter.${state}`, language)}</span>` },
        {
          content: html`${source[language]}${from === null ? null : html` <a href="#${anchorOf(from)}"><code class="id">${from}</code></a>`}`,
        },
        { content: hash(node) },
      ],
    };
  });
  return table(say('parameters', language), head, rows, 'parameters');
}
