import { formatCount } from '@daero/domain/format/number';
import type { ReactElement } from 'react';
import type { Project } from '../api-types.ts';
import { shortHash, stateGlyph, stateKey, stateRole } from '../figure/figure-facts.ts';
import { Figure } from '../figure/figure.tsx';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import '../parts/parts.css';
import './chain.css';
import { kindGlyph, statusGlyph, statusRole } from './kinds.ts';
import type { Shown } from './lineage.ts';
import { figureOfNode } from './node-figure.ts';

/** The same nodes as the graph, as a table in the order they are computed; indented by distance from the focus. */
export function LineageTable({
  shown,
  up,
  down,
  focus,
  project,
  onOpen,
}: {
  readonly shown: Shown;
  readonly up: ReadonlyMap<string, number>;
  readonly down: ReadonlyMap<string, number>;
  readonly focus: string | null;
  readonly project: Project | null;
  readonly onOpen: (hash: string) => void;
}): ReactElement {
  const { say, text } = useWords();
  const columns = ['kind', 'name', 'figure', 'n', 'status', 'code', 'hash'] as const;
  return (
    <div className="panel table-wrap" tabIndex={0} role="group" aria-label={say('chain.tableName')}>
      <table className="tbl">
        <caption className="sr">{say('chain.tableName')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === 'n' ? 'num' : ''}>
                {say(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.nodes.map((node) => {
            const figure = figureOfNode(node, project);
            const above = up.get(node.hash) ?? 0;
            const below = down.get(node.hash) ?? 0;
            return (
              <tr key={node.hash} className={node.hash === focus ? 'row-focus' : ''}>
                <td className="nowrap quiet">
                  <Glyph name={kindGlyph[node.kind]} /> {say(`kind.${node.kind}`)}
                </td>
                <th scope="row">
                  <span className="tree-name">
                    {above > 0 && <span className="faint nowrap">← {above}</span>}
                    {below > 0 && <span className="role-accent nowrap">→ {below}</span>}
                    <button
                      type="button"
                      className="row-open"
                      data-row-link=""
                      onClick={() => onOpen(node.hash)}
                    >
                      {text(node.label)}
                    </button>
                  </span>
                </th>
                <td className="nowrap">
                  {figure === null ? (
                    <span className="faint">—</span>
                  ) : (
                    <>
                      <Figure facts={figure} bare onOpen={onOpen} />{' '}
                      {figure.value !== null && (
                        <span className={`t-meta ${stateRole[figure.state]}`}>
                          <Glyph name={stateGlyph(figure.state)} /> {say(stateKey(figure.state))}
                        </span>
                      )}
                    </>
                  )}
                </td>
                <td className="num">
                  {node.figure === null || node.figure.n === null ? '—' : formatCount(node.figure.n)}
                </td>
                <td className={`nowrap ${statusRole[node.status]}`}>
                  <Glyph name={statusGlyph[node.status]} /> {say(`status.${node.status}`)}
                </td>
                <td className="hash faint">
                  {node.codeVersion === null ? '—' : shortHash(node.codeVersion)}
                </td>
                <td className="hash faint">{shortHash(node.hash)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
