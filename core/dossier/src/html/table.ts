import { html, type Content, type Html } from './html.ts';

export type HeadCell = { readonly title: string; readonly align?: 'start' | 'end' };
export type BodyCell = { readonly content: Content; readonly node?: string };

/** A table of rows whose first cell names the row. */
export function table(
  caption: string,
  head: readonly HeadCell[],
  rows: readonly { readonly id?: string; readonly cells: readonly BodyCell[] }[],
  style = '',
): Html {
  const align = (at: number): string => (head[at]?.align === 'end' ? 'end' : 'start');
  const headers = head.map(({ title }, at) => html`<th scope="col" class="${align(at)}">${title}</th>`);
  const body = rows.map(({ id, cells }) => {
    const set = cells.map(({ content, node }, at) => {
      const bound = node === undefined ? null : html` data-node="${node}"`;
      return at === 0
        ? html`<th scope="row" class="${align(at)}" ${bound}>${content}</th>`
        : html`<td class="${align(at)}" ${bound}>${content}</td>`;
    });
    return html`<tr${id === undefined ? null : html` id="${id}"`}>${set}</tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}">
    <table class="${style}">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${headers}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div>`;
}
