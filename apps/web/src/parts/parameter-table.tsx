import { formatDate } from '@daero/domain/format/date';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import type { ReactElement } from 'react';
import { printWhole, type FigureFacts } from '../figure/figure-facts.ts';
import { Figure } from '../figure/figure.tsx';
import { Glyph, type GlyphName } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import './parts.css';
import { SourceBadge, type Source } from './source-badge.tsx';

export const origins = ['bound', 'literature', 'assumption', 'derived', 'missing'] as const;
export type ParameterOrigin =
  | { readonly is: 'bound'; readonly node: string }
  | { readonly is: 'literature'; readonly source: Source | null }
  | { readonly is: 'assumption'; readonly by: string }
  | { readonly is: 'derived' }
  | { readonly is: 'missing' };
export type ParameterRow = {
  readonly name: string;
  readonly label: Text;
  readonly unit: Text;
  /** Parameters of one kind share an x scale. */
  readonly kind: 'probability' | 'cost' | 'utility' | 'other';
  readonly figure: FigureFacts | null;
  readonly base: FigureFacts | null;
  readonly origin: ParameterOrigin;
  readonly changedOn: IsoDate | null;
  /** As the model file has it: `Beta(12, 34)`. */
  readonly distribution?: string | null;
  /** What the value rests on, in words. */
  readonly statement?: Text;
};

const originGlyph = {
  bound: 'estimate',
  literature: 'estimate',
  assumption: 'assumption',
  derived: 'chain',
  missing: 'failed',
} as const satisfies Readonly<Record<ParameterOrigin['is'], GlyphName>>;
const originRole = {
  bound: 'role-ink',
  literature: 'role-ink',
  assumption: 'role-assumption',
  derived: 'role-quiet',
  missing: 'role-bad',
} as const;

type Scale = { readonly low: number; readonly high: number };

/** Point and interval on the scale that its kind shares; hatched by a dash where it is an assumption. */
function Spread({
  figure,
  scale,
  assumed,
}: {
  readonly figure: FigureFacts;
  readonly scale: Scale;
  readonly assumed: boolean;
}): ReactElement | null {
  const { value, low, high } = figure;
  if (value === null) return null;
  const x = (at: number): number => 2 + (96 * (at - scale.low)) / Math.max(scale.high - scale.low, 1e-12);
  return (
    <svg className="interval-line" viewBox="0 0 100 12" aria-hidden="true" preserveAspectRatio="none">
      <line x1={0} x2={100} y1={11} y2={11} stroke="var(--line)" />
      {low !== null && high !== null && (
        <line
          x1={x(low)}
          x2={x(high)}
          y1={6}
          y2={6}
          stroke="var(--ink-2)"
          strokeWidth={2}
          strokeDasharray={assumed ? '2 2' : undefined}
          vectorEffect="non-scaling-stroke"
        />
      )}
      <line
        x1={x(value)}
        x2={x(value)}
        y1={1}
        y2={11}
        stroke="var(--ink)"
        strokeWidth={2}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

function scaleOf(rows: readonly ParameterRow[], kind: ParameterRow['kind']): Scale {
  if (kind === 'probability' || kind === 'utility') return { low: 0, high: 1 };
  const ends = rows
    .filter((row) => row.kind === kind)
    .flatMap(({ figure }) => (figure === null ? [] : [figure.value, figure.low, figure.high]))
    .filter((end) => end !== null);
  return { low: Math.min(0, ...ends), high: Math.max(0, ...ends) };
}

export function ParameterTable({
  rows,
  caption,
}: {
  readonly rows: readonly ParameterRow[];
  readonly caption: string;
}): ReactElement {
  const { language, say, text } = useWords();
  const dated = rows.some(({ changedOn }) => changedOn !== null);
  return (
    <div className="frame-x" tabIndex={0} role="group" aria-label={caption}>
      <table className="tbl">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say('parameter.name')}</th>
            <th scope="col">{say('parameter.value')}</th>
            <th scope="col">{say('parameter.unit')}</th>
            <th scope="col">{say('parameter.spread')}</th>
            <th scope="col">{say('parameter.from')}</th>
            {dated && <th scope="col">{say('parameter.changed')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                {text(row.label)} <span className="hash faint">{row.name}</span>
              </th>
              <td>
                {row.figure === null ? (
                  <span className="role-bad">—</span>
                ) : (
                  <Figure facts={row.figure} bare />
                )}
                {row.base !== null && (
                  <span className="t-meta quiet">
                    {' '}
                    {say('parameter.base', { value: printWhole(row.base, language) })}
                  </span>
                )}
              </td>
              <td className="quiet">{text(row.unit)}</td>
              <td>
                {row.figure !== null && (
                  <Spread
                    figure={row.figure}
                    scale={scaleOf(rows, row.kind)}
                    assumed={row.origin.is === 'assumption'}
                  />
                )}
                {row.distribution !== undefined && row.distribution !== null && (
                  <code className="t-meta">{row.distribution}</code>
                )}
              </td>
              <td>
                <span className={`nowrap ${originRole[row.origin.is]}`}>
                  <Glyph name={originGlyph[row.origin.is]} /> {say(`parameter.${row.origin.is}`)}
                </span>{' '}
                {row.origin.is === 'literature' && row.origin.source !== null && (
                  <SourceBadge source={row.origin.source} />
                )}
                {row.origin.is === 'assumption' && <span className="quiet">{row.origin.by}</span>}
                {row.origin.is === 'bound' && (
                  <span className="hash faint">{row.origin.node.slice(0, 8)}</span>
                )}
                {row.statement !== undefined && (
                  <span className="parameter-statement t-dense quiet">
                    {row.origin.is === 'derived' ? <code>{text(row.statement)}</code> : text(row.statement)}
                  </span>
                )}
              </td>
              {dated && (
                <td className="nowrap quiet">
                  {row.changedOn === null ? '—' : formatDate(row.changedOn, language)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
