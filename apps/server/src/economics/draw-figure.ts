import type { ReportFrame } from '@daero/economics/report/report-html';
import { figureOf } from '@daero/figures/figure-of';
import { nodeDocument } from '@daero/plot/node-document';
import { renderSvg } from '@daero/plot/render-svg';

/** Draws the figures of a report as a page draws them: the same SVG, and the table behind it. */
export async function figureDrawer(): Promise<ReportFrame['draw']> {
  const document = await nodeDocument();
  return (shape, language) => {
    const figure = figureOf(shape, language);
    const { title, subtitle, notes, table } = figure;
    return {
      ...{ title, subtitle, notes, columns: table.columns },
      svg: renderSvg(figure, { document, scheme: 'light' }),
      rows: table.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.text))),
    };
  };
}
