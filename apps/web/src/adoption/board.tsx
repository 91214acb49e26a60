import type { AdoptionRowView } from '@daero/api/schemas/adoption';
import type { LayerCellView } from '@daero/api/schemas/adoption-parts';
import { formatDate } from '@daero/domain/format/date';
import { formatCount } from '@daero/domain/format/number';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { standingGlyph, standingRole, standings, UseWord } from './standing.tsx';

/** Hospitals by layers: a glyph a cell, the days where something waits; a cell opens its room. */
export function Board({
  rows,
  opens,
}: {
  readonly rows: readonly AdoptionRowView[];
  readonly opens: boolean;
}): ReactElement {
  const { say, text } = useWords();
  const layers = rows.reduce<readonly LayerCellView[]>(
    (most, { cells }) => (cells.length > most.length ? cells : most),
    [],
  );
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={say('adoption.view.board')}>
      <table className="tbl adoption-board">
        <caption className="sr">{say('adoption.view.board')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('adoption.hospital')}</th>
            {layers.map(({ layer }) => (
              <th key={layer.id} scope="col" className="adoption-layer">
                {text(layer.name)}
              </th>
            ))}
            <th scope="col">{say('adoption.next')}</th>
            <th scope="col">{say('adoption.block')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <HospitalName row={row} opens={opens} />
              </th>
              {layers.map(({ layer }) => {
                const cell = row.cells.find((one) => one.layer.id === layer.id);
                return (
                  <td key={layer.id} className="adoption-layer">
                    {cell === undefined ? '—' : <Cell row={row} cell={cell} opens={opens} />}
                  </td>
                );
              })}
              <td className="adoption-next">
                <Next row={row} />
              </td>
              <td className="adoption-next">
                <Blocked row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function HospitalName({
  row,
  opens,
}: {
  readonly row: AdoptionRowView;
  readonly opens: boolean;
}): ReactElement {
  const { text } = useWords();
  return (
    <>
      {opens ? (
        <Link to="/hospitals/$adoption" params={{ adoption: row.id }} className="row-link" data-row-link>
          {text(row.hospital.name)}
        </Link>
      ) : (
        <span className="row-link">{text(row.hospital.name)}</span>
      )}
      <span className="case-under t-dense quiet">{text(row.product)}</span>
    </>
  );
}

function Cell({
  row,
  cell,
  opens,
}: {
  readonly row: AdoptionRowView;
  readonly cell: LayerCellView;
  readonly opens: boolean;
}): ReactElement {
  const { say, text } = useWords();
  const { conditions, days, is } = cell;
  const turns = is === 'open' || is === 'returned' || is === 'deferred' || is === 'refused';
  const spoken = `${say('adoption.cell', { layer: text(cell.layer.name), state: text(cell.name), days: formatCount(days) })}${cell.blocked ? `, ${say('adoption.cellBlocked')}` : ''}`;
  const shown = (
    <>
      <Glyph name={standingGlyph[is]} size={16} />
      {conditions !== null && is !== 'approved' && (
        <span className="t-meta">
          {conditions.met}/{conditions.all}
        </span>
      )}
      {turns && row.withdrawn === null && <span className="t-meta">{formatCount(days)}</span>}
    </>
  );
  const role = row.withdrawn === null ? standingRole[is] : 'role-quiet';
  const name = `adoption-cell ${role} ${cell.blocked ? 'layer-blocking' : ''}`;
  return opens ? (
    <Link
      to="/hospitals/$adoption/adoption/$layer"
      params={{ adoption: row.id, layer: cell.layer.id }}
      className={name}
      aria-label={spoken}
      title={spoken}
    >
      {shown}
    </Link>
  ) : (
    <span className={name} role="img" aria-label={spoken} title={spoken}>
      {shown}
    </span>
  );
}

/** Who holds the next key and for how many days; the longest first. */
export function Next({ row }: { readonly row: AdoptionRowView }): ReactElement {
  const { language, say, text } = useWords();
  if (row.withdrawn !== null)
    return (
      <span className="quiet t-dense">
        {say('adoption.withdrawn', {
          date: formatDate(row.withdrawn.on, language),
          why: row.withdrawn.because.map(text).join(', '),
        })}
      </span>
    );
  const [first, ...more] = row.next.toSorted((a, b) => b.days - a.days);
  if (first === undefined)
    return row.use === null ? <span className="quiet">—</span> : <UseWord use={row.use} />;
  return (
    <span className="t-dense">
      {text(first.office)}{' '}
      <span className="quiet nowrap">{say('adoption.daysShort', { days: formatCount(first.days) })}</span>
      {more.length > 0 && (
        <span className="quiet nowrap"> · {say('adoption.more', { count: more.length })}</span>
      )}
    </span>
  );
}

/** What stops the road altogether comes before what is merely missing. */
const weight = ({ because }: AdoptionRowView['blocks'][number]): number =>
  because === 'refused' ? 3 : because === 'condition-overdue' || because === 'deferred' ? 2 : 1;

/** What blocks, and for how long; the gravest first, then the longest. */
export function Blocked({ row }: { readonly row: AdoptionRowView }): ReactElement {
  const { say, text } = useWords();
  const [first, ...more] = row.blocks.toSorted((a, b) => weight(b) - weight(a) || b.days - a.days);
  if (first === undefined)
    return <span className="quiet t-dense">{row.withdrawn === null ? say('adoption.noBlock') : '—'}</span>;
  const wrong = first.because === 'refused' || first.because === 'condition-overdue';
  return (
    <span className="t-dense">
      <span className={wrong ? 'role-bad' : 'role-warn'}>
        <Glyph name={wrong ? 'failed' : 'stale'} /> {text(first.name)}
      </span>{' '}
      <span className="quiet nowrap">{say('adoption.daysShort', { days: formatCount(first.days) })}</span>
      {more.length > 0 && (
        <span className="quiet nowrap"> · {say('adoption.more', { count: more.length })}</span>
      )}
    </span>
  );
}

export function Legend(): ReactElement {
  const { say } = useWords();
  return (
    <>
      {standings.map((one) => (
        <span key={one} className={standingRole[one]}>
          <Glyph name={standingGlyph[one]} /> {say(`layerIs.${one}`)}
        </span>
      ))}
      <span className="quiet">{say('adoption.legend')}</span>
    </>
  );
}
