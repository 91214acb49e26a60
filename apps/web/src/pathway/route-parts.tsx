import type { CountryRoutesView } from '@daero/api/schemas/pathway-routes';
import { formatCount } from '@daero/domain/format/number';
import { NativeSelect } from '@mantine/core';
import type { ReactElement } from 'react';
import { Glyph, type GlyphName } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Grounds } from './grounds.tsx';
import { useDays } from './rules-table.tsx';

type Route = CountryRoutesView['routes'][number];

/** The answers of an address with one of them changed; an empty value takes it out. */
export const answered = (facts: string, name: string, value: string): string =>
  [
    ...facts.split(',').filter((one) => one !== '' && !one.startsWith(`${name}=`)),
    ...(value === '' ? [] : [`${name}=${value}`]),
  ].join(',');

/** What is asked of the product; what is not known closes nothing. */
export function FactQuestions({
  country: { questions },
  onAnswer,
}: {
  readonly country: CountryRoutesView;
  readonly onAnswer: (fact: string, value: string) => void;
}): ReactElement {
  const { say, text } = useWords();
  return questions.length === 0 ? (
    <p className="t-dense quiet">{say('routes.noFacts')}</p>
  ) : (
    <div className="facts" role="group" aria-label={say('routes.facts')}>
      {questions.map(({ name: fact, question, values, answer }) => (
        <label key={fact} className="fact-row t-dense">
          <span>{text(question)}</span>
          <NativeSelect
            aria-label={text(question)}
            value={answer === null ? '' : String(answer)}
            onChange={(event) => onAnswer(fact, event.currentTarget.value)}
            data={[
              { value: '', label: say('routes.unanswered') },
              ...values.map((value) => ({
                value: String(value),
                label: values.length === 2 ? say(value === 1 ? 'routes.yes' : 'routes.no') : String(value),
              })),
            ]}
          />
        </label>
      ))}
    </div>
  );
}

const standingGlyph = {
  open: 'observed',
  closed: 'failed',
  undecided: 'withheld',
} as const satisfies Readonly<Record<Route['standing'], GlyphName>>;
const standingRole = { open: 'role-ok', closed: 'role-bad', undecided: 'role-warn' } as const;

/** One route: whether it is open and by which rule, what it takes and gives. */
export function RouteRow({
  route,
  pick,
}: {
  readonly route: Route;
  /** Where a route is chosen: whether this one is, and what choosing it does; a closed one cannot be. */
  readonly pick?: { readonly chosen: boolean; readonly choose: () => void };
}): ReactElement {
  const { say, text } = useWords();
  const days = useDays();
  const { standing, standingName, closedBy, waitsFor, stages, nominal, payment, ends, window } = route;
  return (
    <tr>
      <th scope="row">
        {pick === undefined ? (
          text(route.route.name)
        ) : (
          <label className="record-check">
            <input
              type="radio"
              name="route"
              checked={pick.chosen}
              disabled={standing === 'closed'}
              onChange={pick.choose}
            />
            {text(route.route.name)}
          </label>
        )}
      </th>
      <td>
        <span className={`nowrap ${standingRole[standing]}`}>
          <Glyph name={standingGlyph[standing]} /> {text(standingName)}
        </span>
        {(standing === 'closed' ? closedBy : waitsFor).map(({ text: rule, grounds }) => (
          <span key={rule.en} className="now-line t-dense">
            {text(rule)} <Grounds grounds={grounds} />
          </span>
        ))}
      </td>
      <td>
        <ol className="route-stages t-dense">
          {stages.map(({ stage, duration }) => (
            <li key={stage.id}>
              {text(stage.name)}{' '}
              {duration !== null && (
                <>
                  <span className="quiet">
                    {text(duration.kind)} {days(duration)}
                  </span>{' '}
                  <Grounds grounds={duration.grounds} />
                </>
              )}
            </li>
          ))}
        </ol>
        {nominal.map(({ label, days: sum, dayType, grounds }) => (
          <span key={label.en} className="now-line t-dense">
            <span className="strong">{say(`days.${dayType}`, { n: formatCount(sum) })}</span>{' '}
            <span className="quiet">{text(label)}</span> <Grounds grounds={grounds} />
          </span>
        ))}
      </td>
      <td>
        <span className="now-line">{text(payment)}</span>
        {window !== null && (
          <span className="now-line t-dense">
            {window.most === null
              ? say('routes.windowOpen', { months: window.months })
              : say('routes.window', { months: window.months, most: window.most })}{' '}
            <Grounds grounds={window.grounds} />
          </span>
        )}
        {ends.map(({ id, name }) => (
          <span key={id} className="now-line t-dense quiet">
            → {text(name)}
          </span>
        ))}
      </td>
    </tr>
  );
}
