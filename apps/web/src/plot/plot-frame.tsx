import { figureOf } from '@daero/figures/figure-of';
import { csvText, type Cell } from '@daero/figures/figure';
import { renderSvg } from '@daero/plot/render-svg';
import type { Shape } from '@daero/domain/shape';
import { Button, SegmentedControl, useComputedColorScheme } from '@mantine/core';
import { Component, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { shortHash } from '../figure/figure-facts.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Empty } from '../parts/blank.tsx';
import { useKeys } from '../shell/keys.ts';
import { save } from './save.ts';
import './plot.css';

const written = (cell: Cell): ReactNode =>
  typeof cell === 'string' ? cell : cell.code === true ? <code>{cell.text}</code> : cell.text;

type Framed = Parameters<typeof Frame>[0];

/** A finding: its sentence, what is drawn, the plot or its table, where it comes from, and how to take it along. */
export function PlotFrame(framed: Framed): ReactElement {
  const { say } = useWords();
  return (
    <Undrawable
      key={framed.node}
      instead={<Empty what={say('plot.otherVersion')} why={say('plot.buildAgain')} />}
    >
      <Frame {...framed} />
    </Undrawable>
  );
}

/** What another version of the code computed may have another form: one plot then says so, and the page stands. */
class Undrawable extends Component<
  { readonly instead: ReactNode; readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };
  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }
  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}

function Frame({
  shape,
  node,
  computing = false,
  demonstration,
  keyed = false,
}: {
  readonly shape: Shape;
  readonly node: string | null;
  readonly computing?: boolean;
  readonly demonstration: boolean;
  /** `t` switches this frame between plot and table. */
  readonly keyed?: boolean;
}): ReactElement {
  const { language, say } = useWords();
  const scheme = useComputedColorScheme('light');
  const [view, setView] = useState<'plot' | 'table'>('plot');
  const figure = useMemo(() => figureOf(shape, language), [shape, language]);
  const svg = useMemo(() => renderSvg(figure, { document, scheme }), [figure, scheme]);
  useKeys(keyed ? [{ code: 'KeyT', act: () => setView((now) => (now === 'plot' ? 'table' : 'plot')) }] : []);
  const name = `${shape.shape}${node === null ? '' : `-${shortHash(node)}`}`;

  return (
    <figure className={`plot panel ${computing ? 'plot-computing' : ''}`}>
      <figcaption>
        <h3 className="plot-title">{figure.title}</h3>
        <p className="t-dense quiet">{figure.subtitle}</p>
        {computing && (
          <p className="t-dense role-accent">
            <Glyph name="computing" /> {say('plot.computing')}
          </p>
        )}
      </figcaption>
      {figure.table.rows.length === 0 ? (
        <Empty what={say('plot.empty')} why={figure.subtitle} />
      ) : view === 'plot' ? (
        // The markup comes from our own renderer, which escapes every word that came with data.
        <div
          className="plot-drawn"
          tabIndex={0}
          role="group"
          aria-label={figure.title}
          dangerouslySetInnerHTML={{ __html: svg }}
        />
      ) : (
        <div className="frame-x" tabIndex={0} role="group" aria-label={figure.title}>
          <table className="tbl">
            <caption className="sr">{figure.title}</caption>
            <thead>
              <tr>
                {figure.table.columns.map((column) => (
                  <th key={column.title} scope="col" className={column.align === 'end' ? 'num' : ''}>
                    {column.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figure.table.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, column) =>
                    column === 0 ? (
                      <th key={column} scope="row">
                        {written(cell)}
                      </th>
                    ) : (
                      <td key={column} className={figure.table.columns[column]?.align === 'end' ? 'num' : ''}>
                        {written(cell)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {figure.notes.map((note) => (
        <p key={note} className="t-dense quiet">
          {note}
        </p>
      ))}
      <footer className="plot-foot t-dense">
        <span className="row">
          {demonstration && (
            <span className="role-demonstration nowrap">
              <Glyph name="demonstration" /> {say('state.demonstration')}
            </span>
          )}
          {node !== null && <span className="hash faint">{shortHash(node)}</span>}
        </span>
        <span className="row plot-acts">
          <SegmentedControl
            aria-label={figure.title}
            value={view}
            onChange={(chosen) => setView(chosen === 'table' ? 'table' : 'plot')}
            data={[
              { value: 'plot', label: say('plot.plot') },
              { value: 'table', label: say('plot.table') },
            ]}
          />
          <Button
            variant="subtle"
            aria-label={`${say('plot.svg')}: ${figure.title}`}
            leftSection={<Glyph name="download" />}
            onClick={() =>
              save(`${name}.svg`, 'image/svg+xml', renderSvg(figure, { document, scheme: 'light' }))
            }
          >
            SVG
          </Button>
          <Button
            variant="subtle"
            aria-label={`${say('plot.csv')}: ${figure.title}`}
            leftSection={<Glyph name="download" />}
            // The mark in front tells a Korean Excel that this is UTF-8.
            onClick={() => save(`${name}.csv`, 'text/csv', `\uFEFF${csvText(figure.table)}`)}
          >
            CSV
          </Button>
        </span>
      </footer>
    </figure>
  );
}
