import type { UsageView } from '@daero/api/schemas/adoption';
import { formatDate } from '@daero/domain/format/date';
import { formatSuppressed } from '@daero/domain/format/duration';
import { formatCount } from '@daero/domain/format/number';
import { formatPercent } from '@daero/domain/format/probability';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useWords } from '../i18n.ts';
import { Empty, Loading } from '../parts/blank.tsx';
import { Grounds } from '../pathway/grounds.tsx';
import { DetailPage, type Section } from '../patterns/patterns.tsx';
import { QueryTroublePage } from '../patterns/trouble-page.tsx';
import { questions } from '../questions.ts';
import { useSaysDemonstration } from '../shell/demonstration.ts';
import { Facts } from './facts.tsx';
import { wholePercent } from './percent.ts';
import { About, HospitalTabs, useHospitalHead } from './hospital-frame.tsx';
import { UseWord } from './standing.tsx';
import { WeeksPlot } from './weeks-plot.tsx';

const counts = ['eligible', 'ran', 'seen', 'used', 'overridden', 'ignored', 'failed'] as const;
type Count = (typeof counts)[number];
/** A case counts for a reader once its result was on their screen. */
const byReader = ['seen', 'used', 'overridden', 'ignored'] as const;

/** Whether the device is used: by week, by reader, its state by stated rules, and what it costs those who work with it. */
export function UsePage(): ReactElement {
  const { say } = useWords();
  const { adoption } = useParams({ from: '/hospitals/$adoption/use' });
  const found = useQuery(questions.usage(adoption));
  useSaysDemonstration('generated', found.data?.demonstration ?? false);
  if (found.isPending) return <Loading rows={10} what={say('hospital.use')} />;
  if (found.isError) return <QueryTroublePage error={found.error} onRetry={() => void found.refetch()} />;
  return <Use key={adoption} found={found.data} />;
}

function Use({ found }: { readonly found: UsageView }): ReactElement {
  const { language, say, text } = useWords();
  const head = useHospitalHead(found, say('hospital.use'));
  const { total, weeks, readers, withdrawn, use } = found;
  const none = <Empty what={say('use.none')} why={say('use.noneWhy')} />;
  const sections: readonly Section[] = [
    ...(total === null
      ? [{ id: 'weeks', title: say('use.weeks'), body: none }]
      : [
          {
            id: 'weeks',
            title: say('use.weeks'),
            body: (
              <div className="stack">
                <WeeksPlot found={found} />
                <p className="t-dense quiet">{say('use.inside', { cell: found.smallestCell })}</p>
                <Counts
                  found={found}
                  name={say('use.week')}
                  shown={counts}
                  share={['seen', 'eligible']}
                  sums
                  rows={weeks.toReversed().map((week) => ({
                    key: week.weekOf,
                    name: `${formatDate(week.weekOf, language)}${week.over ? '' : ` · ${say('use.notOver')}`}`,
                    counted: week,
                  }))}
                />
              </div>
            ),
          },
          {
            id: 'readers',
            title: say('use.readers'),
            body: (
              <div className="stack">
                <p className="t-dense quiet">{say('use.readersWhy')}</p>
                <Counts
                  found={found}
                  name={say('use.readers')}
                  shown={byReader}
                  share={['used', 'seen']}
                  rows={readers.map((one) => ({
                    key: String(one.reader),
                    name: say('use.reader', { n: one.reader }),
                    counted: one,
                  }))}
                />
              </div>
            ),
          },
        ]),
    { id: 'history', title: say('use.history'), body: <History found={found} /> },
    {
      id: 'friction',
      title: say('use.friction'),
      body: (
        <div className="stack">
          <p className="t-dense quiet">{say('use.frictionWhy')}</p>
          <Facts sections={[found.friction]} />
        </div>
      ),
    },
    ...(withdrawn === null
      ? []
      : [
          {
            id: 'left',
            title: say('use.withdrawn'),
            body: (
              <p>
                {say('adoption.withdrawn', {
                  date: formatDate(withdrawn.on, language),
                  why: withdrawn.because.map(text).join(', '),
                })}{' '}
                <span className="quiet" translate="no" lang={/[가-힣]/.test(withdrawn.reason) ? 'ko' : 'en'}>
                  {withdrawn.by}: {withdrawn.reason}
                </span>
              </p>
            ),
          },
        ]),
  ];
  return (
    <DetailPage
      head={{
        ...head,
        title: say('hospital.use'),
        state: (
          <About row={found}>
            <span className="now-line">
              <UseWord use={use} />{' '}
              {use !== null && (
                <span className="quiet">{say('use.since', { date: formatDate(use.since, language) })}</span>
              )}
            </span>
          </About>
        ),
      }}
      road={<HospitalTabs row={found} />}
      sections={sections}
    />
  );
}

type Row = {
  readonly key: string;
  readonly name: string;
  readonly counted: NonNullable<UsageView['total']>;
};

function Counts({
  found,
  name,
  rows,
  shown,
  share: [part, of],
  sums = false,
}: {
  readonly found: UsageView;
  readonly name: string;
  readonly rows: readonly Row[];
  readonly shown: readonly Count[];
  /** The last column: a part of what. */
  readonly share: readonly [Count, Count];
  /** With what they add up to, and what outsiders see of it. */
  readonly sums?: boolean;
}): ReactElement {
  const { language, say, text } = useWords();
  const { total, outside, countNames, smallestCell } = found;
  return (
    <div className={`frame-x ${sums ? 'weeks-frame' : ''}`} tabIndex={0} role="group" aria-label={name}>
      <table className="tbl">
        <caption className="sr">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            {shown.map((count) => (
              <th key={count} scope="col" className="num">
                {text(countNames[count] ?? { ko: count, en: count })}
              </th>
            ))}
            <th scope="col" className="num">
              {say(part === 'seen' ? 'use.share' : 'use.shareUsed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className="nowrap">
                {row.name}
              </th>
              {shown.map((count) => (
                <td key={count} className="num">
                  {formatCount(row.counted[count])}
                </td>
              ))}
              <td className="num">
                {row.counted[of] === 0 ? '—' : formatPercent(row.counted[part], row.counted[of])}
              </td>
            </tr>
          ))}
        </tbody>
        {sums && total !== null && (
          <tfoot>
            <tr>
              <th scope="row">{say('use.total')}</th>
              {shown.map((count) => (
                <td key={count} className="num">
                  {formatCount(total[count])}
                </td>
              ))}
              <td className="num">{total[of] === 0 ? '—' : formatPercent(total[part], total[of])}</td>
            </tr>
            {outside !== null && (
              <tr>
                <th scope="row">{say('use.outside')}</th>
                {shown.map((count) => {
                  const told = outside[count];
                  return (
                    <td key={count} className="num quiet">
                      {told === null ? formatSuppressed(smallestCell, language) : formatCount(told)}
                    </td>
                  );
                })}
                <td />
              </tr>
            )}
          </tfoot>
        )}
      </table>
    </div>
  );
}

function History({ found }: { readonly found: UsageView }): ReactElement {
  const { language, say } = useWords();
  const { rules } = found;
  return (
    <div className="stack">
      {found.history.length === 0 ? (
        <p className="quiet">{say('adoption.notMeasured')}</p>
      ) : (
        <ol className="plain-list">
          {found.history.map((period) => (
            <li key={`${period.is} ${period.since}`}>
              <UseWord use={period} /> <span className="quiet">{formatDate(period.since, language)}</span>
            </li>
          ))}
        </ol>
      )}
      <div className="t-dense">
        <p className="strong">
          {say('use.rules', { version: rules.version })} <Grounds grounds={rules.grounds} />
        </p>
        <ul className="rule-list">
          <li>{say('use.rule.judged', { n: rules.leastEligiblePerWeek })}</li>
          <li>{say('use.rule.used', { share: wholePercent(rules.usedWeekShare) })}</li>
          <li>
            {say('use.rule.sustained', {
              after: rules.sustainedAfterWeeks,
              window: rules.sustainedWindow,
              weeks: rules.sustainedWeeks,
            })}
          </li>
          <li>
            {say('use.rule.fading', {
              window: rules.fadingWindow,
              most: rules.fadingUsedAtMost,
              back: rules.recoveredWeeks,
            })}
          </li>
          <li>{say('use.rule.silent', { weeks: rules.silentWeeks })}</li>
        </ul>
      </div>
    </div>
  );
}
