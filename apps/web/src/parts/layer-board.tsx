import type { Text } from '@daero/domain/text';
import type { ReactElement } from 'react';
import { Glyph, type GlyphName } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import './parts.css';

export const layerStates = [
  'notBegun',
  'withHolder',
  'needsPaper',
  'conditional',
  'approved',
  'declined',
  'notApplicable',
] as const;
export type LayerState = (typeof layerStates)[number];
export type LayerCellFacts = {
  readonly state: LayerState;
  readonly holder: Text | null;
  readonly days: number | null;
  readonly conditions: { readonly met: number; readonly all: number } | null;
  /** This cell is what the row waits for. */
  readonly blocking: boolean;
};

const stateGlyph = {
  notBegun: 'none',
  withHolder: 'half',
  needsPaper: 'paper',
  conditional: 'stale',
  approved: 'observed',
  declined: 'failed',
  notApplicable: 'withheld',
} as const satisfies Readonly<Record<LayerState, GlyphName>>;
const stateRole = {
  notBegun: 'role-quiet',
  withHolder: 'role-accent',
  needsPaper: 'role-warn',
  conditional: 'role-warn',
  approved: 'role-ok',
  declined: 'role-bad',
  notApplicable: 'role-quiet',
} as const satisfies Readonly<Record<LayerState, string>>;

export function LayerCell({ cell }: { readonly cell: LayerCellFacts }): ReactElement {
  const { say, text } = useWords();
  return (
    <div className={`layer-cell ${cell.blocking ? 'layer-blocking' : ''}`}>
      <span className={`nowrap ${stateRole[cell.state]}`}>
        <Glyph name={stateGlyph[cell.state]} /> {say(`layer.${cell.state}`)}
      </span>
      <span className="t-meta quiet">
        {[
          cell.holder === null ? null : text(cell.holder),
          cell.days === null ? null : say('layer.days', { days: cell.days }),
          cell.conditions === null ? null : say('layer.conditions', cell.conditions),
          cell.blocking ? say('layer.blocking') : null,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </span>
    </div>
  );
}

/** Rows wait on columns; both heads stay in view, the frame scrolls and the page does not. */
export function LayerBoard({
  caption,
  layers,
  rows,
}: {
  readonly caption: string;
  readonly layers: readonly Text[];
  readonly rows: readonly { readonly name: Text; readonly cells: readonly LayerCellFacts[] }[];
}): ReactElement {
  const { text } = useWords();
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={caption}>
      <table className="tbl board">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <td />
            {layers.map((layer) => (
              <th key={layer.en} scope="col">
                {text(layer)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name.en}>
              <th scope="row">{text(row.name)}</th>
              {row.cells.map((cell, at) => (
                <td key={layers[at]?.en ?? at}>
                  <LayerCell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
