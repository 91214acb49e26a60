import type { DeploymentView } from '@daero/api/schemas/adoption';
import { formatDate } from '@daero/domain/format/date';
import { formatCount } from '@daero/domain/format/number';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useWords } from '../i18n.ts';
import { Loading, QueryTrouble } from '../parts/blank.tsx';
import { DemoLabel } from '../parts/demo-ribbon.tsx';
import { questions } from '../questions.ts';
import { WaitingPlot } from './waiting-plot.tsx';

type Measure = DeploymentView['measures'][number];

/** Deployment efficiency beside innovation efficiency: how long each step takes over the portfolio, those who wait included. */
export function TimesPart(): ReactElement {
  const { language, say, text } = useWords();
  const found = useQuery(questions.deployment);
  if (found.isPending) return <Loading rows={8} what={say('adoption.view.times')} />;
  if (found.isError) return <QueryTrouble error={found.error} onRetry={() => void found.refetch()} />;
  const { measures, rows, notAuthorised, demonstration } = found.data;
  const [innovation, firstUse] = measures;
  const median = (measure: Measure | undefined): string =>
    measure?.medianDays === null || measure === undefined
      ? say('times.noMedian')
      : say('times.median', { days: formatCount(measure.medianDays) });
  const day = (on: DeploymentView['rows'][number]['begunOn']): string =>
    on === null ? '—' : formatDate(on, language);
  const days = (value: number | null): string =>
    value === null ? say('times.notReached') : say('adoption.daysShort', { days: formatCount(value) });
  return (
    <div className="times stack">
      <figure className="plot">
        <figcaption>
          <h2 className="plot-title">
            {say('times.finding', { innovation: median(innovation), use: median(firstUse) })}
          </h2>
          <p className="t-dense quiet">
            {say('times.subtitle')}{' '}
            {say('times.unit', {
              products: formatCount(innovation?.n ?? 0),
              hospitals: formatCount(firstUse?.n ?? 0),
            })}
            {notAuthorised > 0 && ` · ${say('times.notAuthorised', { count: notAuthorised })}`}
          </p>
          {demonstration && <DemoLabel kind="generated" />}
        </figcaption>
        <WaitingPlot measures={measures} />
      </figure>
      <div className="frame-x" tabIndex={0} role="group" aria-label={say('times.measure')}>
        <table className="tbl">
          <caption className="sr">{say('times.measure')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('times.measure')}</th>
              {(['n', 'reached', 'notYet', 'never', 'quarter', 'half', 'three', 'seen'] as const).map(
                (one) => (
                  <th key={one} scope="col" className="num">
                    {say(`times.${one}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {measures.map((measure, at) => (
              <tr key={measure.name.en}>
                <th scope="row">
                  {text(measure.name)}
                  {at === 0 && <span className="case-under t-dense quiet">{say('times.innovation')}</span>}
                </th>
                <td className="num">{formatCount(measure.n)}</td>
                <td className="num">{formatCount(measure.reached)}</td>
                <td className="num">{formatCount(measure.notYet)}</td>
                <td className="num">{formatCount(measure.never)}</td>
                <td className="num">{days(measure.quarterDays)}</td>
                <td className="num strong">{days(measure.medianDays)}</td>
                <td className="num">{days(measure.threeQuartersDays)}</td>
                <td className="num">{days(measure.seenUntilDays)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2 className="t-section">{say('times.rows')}</h2>
      <div className="frame-x" tabIndex={0} role="group" aria-label={say('times.rows')}>
        <table className="tbl">
          <caption className="sr">{say('times.rows')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('adoption.hospital')}</th>
              {(['begun', 'authorised', 'firstUse', 'sustained', 'payment', 'ended'] as const).map((one) => (
                <th key={one} scope="col">
                  {say(`times.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {text(row.hospital)} <span className="quiet t-dense">{text(row.product)}</span>
                </th>
                {[
                  row.begunOn,
                  row.authorisedOn,
                  row.firstUseOn,
                  row.sustainedOn,
                  row.paidOn,
                  row.endedOn,
                ].map((on, at) => (
                  <td key={at} className="nowrap">
                    {day(on)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
