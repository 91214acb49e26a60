import { csvText, type Cell } from '@daero/figures/figure';
import type { Language } from '@daero/domain/text';
import type { DrawnFigure } from '../dossier.ts';
import { say } from '../words.ts';
import { drawing, hash, html, type Html } from './html.ts';
import { table } from './table.ts';

/** A plot with its finding above, its notes and node below, and its table behind. */
export function figureBlock({ id, node, drawn }: DrawnFigure, level: 3 | 4, language: Language): Html {
  const { figure, svg } = drawn[language];
  const head = figure.table.columns.map(({ title, align }) => ({ title, align }));
  const rows = figure.table.rows.map((row) => ({ cells: row.map((cell) => cellOf(cell, node)) }));
  const csv = `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${csvText(figure.table)}`)}`;
  const title = level === 3 ? html`<h3>${figure.title}</h3>` : html`<h4>${figure.title}</h4>`;
  return html`<figure id="f-${id}" data-node="${node}">
    <figcaption>
      ${title}
      <p class="subtitle">${figure.subtitle}</p>
    </figcaption>
    <div class="scroll" tabindex="0" role="group" aria-label="${figure.title}">${drawing(svg)}</div>
    ${figure.notes.map((note) => html`<p class="note">${note}</p>`)}
    <p class="meta">
      ${say('node', language)} ${hash(node)}<span class="screen">
        · <a download="${id}.csv" href="${csv}">${say('figure.csv', language)}</a></span
      >
    </p>
    <details class="screen">
      <summary>${say('figure.table', language)}</summary>
      ${table(figure.title, head, rows)}
    </details>
  </figure>`;
}

const cellOf = (cell: Cell, node: string): { readonly content: string | Html; readonly node?: string } => {
  if (typeof cell === 'string') return { content: cell };
  return cell.code === true
    ? { content: html`<code class="wrap">${cell.text}</code>` }
    : { content: cell.text, node };
};
