import type { ProjectView } from '@daero/api/schemas/programme-project';
import { formatDate } from '@daero/domain/format/date';
import { formatCount, formatNumber } from '@daero/domain/format/number';
import { lazy, Suspense, type ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Empty, Loading } from '../parts/blank.tsx';
import { Grounds } from '../pathway/grounds.tsx';
import '../plot/plot.css';
import { outlookRole, plainNumber } from './project-page.tsx';
import { Won } from './won.tsx';
import { useName } from './use-name.ts';

const PlotFrame = lazy(() =>
  import('../plot/plot-frame.tsx').then((module) => ({ default: module.PlotFrame })),
);

type Row = ProjectView['indicators'][number];

/** What is counted, what is only declared, what is missing; where the pace leads; and spending against an even pace. */
export function Indicators({ found }: { readonly found: ProjectView }): ReactElement {
  const { say } = useWords();
  const { indicators, warning, spendingOutlooks } = found;
  const shapes = [
    ...indicators.flatMap(({ shape }) => (shape === null ? [] : [shape])),
    ...(found.spendingShape === null ? [] : [found.spendingShape]),
  ];
  return (
    <div className="stack">
      {indicators.length === 0 && spendingOutlooks.length === 0 ? (
        <Empty what={say('grant.noIndicators')} why={say('grant.noneAgreed')} />
      ) : (
        <div className="frame-x" tabIndex={0} role="group" aria-label={say('grant.indicators')}>
          <table className="tbl programme-table">
            <caption className="sr">{say('grant.indicators')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('grant.indicator')}</th>
                <th scope="col">{say('grant.value')}</th>
                <th scope="col" className="num">
                  {say('grant.planned')}
                </th>
                <th scope="col" className="num">
                  {say('grant.target')}
                </th>
                <th scope="col">{say('grant.outlook')}</th>
                <th scope="col">{say('grant.proofs')}</th>
              </tr>
            </thead>
            <tbody>
              {indicators.map((row) => (
                <IndicatorRow key={row.indicator.id} row={row} />
              ))}
              {spendingOutlooks.map((one) => (
                <SpendingRow key={one.year} one={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="t-dense quiet">
        {say('grant.warningRule', {
          days: warning.windowDays,
          share: `${formatNumber(100 * warning.shareLeast, 0)}%`,
        })}{' '}
        <Grounds grounds={warning.grounds} />
      </p>
      {shapes.length > 0 && (
        <Suspense fallback={<Loading what={say('grant.indicators')} />}>
          <div className="plots-one">
            {shapes.map((shape, at) => (
              <PlotFrame key={at} shape={shape} node={null} demonstration={found.demonstration} />
            ))}
          </div>
        </Suspense>
      )}
    </div>
  );
}

function IndicatorRow({ row }: { readonly row: Row }): ReactElement {
  const { language, say, text } = useWords();
  const name = useName();
  const { indicator, unit, state, value, outlook, measure } = row;
  const glyph = state.id === 'measured' ? 'observed' : state.id === 'declared' ? 'paper' : 'withheld';
  return (
    <tr>
      <th scope="row">
        {name(indicator.name)}
        {measure === null && <span className="case-under t-dense quiet">{say('grant.notCounted')}</span>}
      </th>
      <td>
        <span className="nowrap">
          <Glyph name={glyph} />{' '}
          {value === null ? '' : `${plainNumber(value)}${language === 'ko' ? '' : ' '}${text(unit)}`}
        </span>{' '}
        <span className="quiet t-dense">{text(state.name)}</span>
        {row.declaredBeside !== null && (
          <span className="now-line t-dense role-warn">
            <Glyph name="stale" /> {say('grant.declaredToo', { value: plainNumber(row.declaredBeside) })}
          </span>
        )}
      </td>
      <td className="num">{formatCount(Math.round(row.planned))}</td>
      <td className="num">
        {formatCount(row.target)}
        <span className="now-line t-dense quiet nowrap">{formatDate(row.targetOn, language)}</span>
      </td>
      <td>
        {outlook === null ? (
          <span className="quiet">—</span>
        ) : (
          <>
            <span className={outlookRole(outlook.standing.id)}>{name(outlook.standing.name)}</span>
            {outlook.standing.id !== 'reached' && (
              <span className="now-line t-dense role-forecast">
                <Glyph name="forecast" />{' '}
                {say('grant.range', {
                  low: formatCount(Math.round(outlook.low)),
                  high: formatCount(Math.round(outlook.high)),
                })}{' '}
                · {formatDate(outlook.endsOn, language)}
              </span>
            )}
            {outlook.reachedOn !== null && outlook.standing.id !== 'reached' && (
              <span className="now-line t-dense role-forecast">
                {say('grant.reachedOn', { date: formatDate(outlook.reachedOn, language) })}
              </span>
            )}
          </>
        )}
      </td>
      <td>
        {row.proofs === 0 ? (
          <span className="quiet">—</span>
        ) : (
          <details>
            <summary>{say('grant.proofsN', { n: formatCount(row.proofs) })}</summary>
            <ul className="plain-list">
              {row.sources.map(({ source, on }) => (
                <li key={`${source} ${on}`} className="hash faint" translate="no">
                  {on} {source}
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
    </tr>
  );
}

function SpendingRow({ one }: { readonly one: ProjectView['spendingOutlooks'][number] }): ReactElement {
  const { say } = useWords();
  const name = useName();
  return (
    <tr>
      <th scope="row">{say('grant.paceYear', { year: one.year })}</th>
      <td>
        <Glyph name="observed" /> <Won amount={one.spent} />{' '}
        <span className="quiet t-dense">{say('state.observed')}</span>
      </td>
      <td className="num">
        <Won amount={one.planned} />
      </td>
      <td className="num">
        <Won amount={one.budget} />
      </td>
      <td>
        <span className={outlookRole(one.standing.id)}>{name(one.standing.name)}</span>
        <span className="now-line t-dense role-forecast">
          <Glyph name="forecast" /> {say('grant.forecastYear')} <Won amount={one.forecast} />
        </span>
      </td>
      <td>
        <a href="#journal">{say('grant.journal')}</a>
      </td>
    </tr>
  );
}
