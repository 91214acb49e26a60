import type { Assumption, ForecastView, StageView } from '@daero/api/schemas/pathway';
import { Button, NativeSelect } from '@mantine/core';
import type { ReactElement } from 'react';
import { Glyph, type GlyphName } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import {
  daysFrom,
  daysOf,
  newStudy,
  singleOf,
  studyOf,
  withDays,
  withoutStage,
  withoutSingle,
  withSingle,
  withStudy,
  type DaysAssumption,
  type StudyAssumption,
} from './assumptions.ts';
import { DayField } from './day-field.tsx';
import { Grounds } from './grounds.tsx';
import { FurtherAssumptions } from './further-assumptions.tsx';

type Change = (next: readonly Assumption[]) => void;
const ends = ['least', 'usual', 'most'] as const;

/** How long each stage to come is taken to be, on what that rests, and the place to take it otherwise. */
export function AssumptionTable({
  forecast,
  assumptions,
  onChange,
}: {
  readonly forecast: ForecastView;
  readonly assumptions: readonly Assumption[];
  readonly onChange: Change;
}): ReactElement {
  const { say } = useWords();
  const ahead = forecast.stages.filter(({ basis, ends: end }) => basis !== null || end.state === 'withheld');
  const study = studyOf(assumptions);
  return (
    <div className="stack">
      <div className="frame-x" tabIndex={0} role="group" aria-label={say('forecast.assumptions')}>
        <table className="tbl">
          <caption className="sr">{say('forecast.assumptions')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('forecast.stage')}</th>
              {ends.map((end) => (
                <th key={end} scope="col" className="num">
                  {say(`forecast.${end}`)}
                </th>
              ))}
              <th scope="col">{say('forecast.dayType')}</th>
              <th scope="col">{say('forecast.basis')}</th>
              <th scope="col" className="num">
                {say('forecast.critical')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ahead.map((stage) => (
              <StageRow key={stage.stage.id} stage={stage} assumptions={assumptions} onChange={onChange} />
            ))}
          </tbody>
        </table>
      </div>
      {forecast.window !== null &&
        (study === undefined ? (
          <p>
            <Button
              onClick={() =>
                onChange(withStudy(assumptions, newStudy(forecast.window?.lastDay?.median ?? forecast.asOf)))
              }
            >
              {say('forecast.study')} · {say('forecast.assume')}
            </Button>
          </p>
        ) : (
          <StudyRow study={study} onChange={(next) => onChange(withStudy(assumptions, next))} />
        ))}
      <FurtherAssumptions forecast={forecast} assumptions={assumptions} onChange={onChange} />
    </div>
  );
}

const glyphOf = {
  rules: 'law',
  assumption: 'assumption',
  window: 'law',
  'gazetted-window': 'law',
  covered: 'law',
} as const satisfies Readonly<Record<NonNullable<StageView['basis']>['fromId'], GlyphName>>;

function StageRow({
  stage,
  assumptions,
  onChange,
}: {
  readonly stage: StageView;
  readonly assumptions: readonly Assumption[];
  readonly onChange: Change;
}): ReactElement {
  const { say, text } = useWords();
  const { basis, rule, critical } = stage;
  const given = daysOf(assumptions, stage.stage.id);
  const isWindow = basis?.fromId === 'window' || basis?.fromId === 'gazetted-window';
  const name = text(stage.stage.name);
  const typed = singleOf(assumptions, 'day-type', stage.stage.id);
  const asksDayType =
    !isWindow &&
    basis?.fromId !== 'covered' &&
    (typed !== undefined || (rule !== null && rule.dayType !== 'working' && rule.dayType !== 'calendar'));
  const change = (changed: Partial<DaysAssumption>): void =>
    onChange(withDays(assumptions, { ...(given ?? daysFrom(stage)), ...changed }));
  return (
    <tr>
      <th scope="row">{name}</th>
      {ends.map((end) => (
        <td key={end} className="num">
          {given === undefined ? (
            (basis?.[end] ?? '—')
          ) : (
            <input
              className="assume-number"
              type="number"
              min={0}
              max={3650}
              aria-label={`${name}, ${say(`forecast.${end}`)}`}
              value={given[end] ?? ''}
              onChange={(event) => {
                const { value, valueAsNumber } = event.currentTarget;
                if (value === '') change({ [end]: null });
                else if (valueAsNumber >= 0 && valueAsNumber <= 3650) change({ [end]: valueAsNumber });
              }}
            />
          )}
        </td>
      ))}
      <td>
        {given === undefined && asksDayType ? (
          <NativeSelect
            className="assume-select"
            aria-label={`${name}, ${say('forecast.dayType')}`}
            value={typed?.dayType ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              onChange(
                value === ''
                  ? withoutSingle(assumptions, 'day-type', stage.stage.id)
                  : withSingle(assumptions, {
                      about: 'day-type',
                      stage: stage.stage.id,
                      dayType: value === 'working' ? 'working' : 'calendar',
                    }),
              );
            }}
            data={[
              { value: '', label: say('forecast.unknown') },
              ...(['calendar', 'working'] as const).map((value) => ({
                value,
                label: `△ ${say(`forecast.${value}`)}`,
              })),
            ]}
          />
        ) : given === undefined ? (
          say(`forecast.${basis?.dayType ?? rule?.dayType ?? 'unknown'}`)
        ) : (
          <NativeSelect
            className="assume-select"
            aria-label={`${name}, ${say('forecast.dayType')}`}
            value={given.dayType}
            onChange={(event) =>
              change({ dayType: event.currentTarget.value === 'working' ? 'working' : 'calendar' })
            }
            data={(['calendar', 'working'] as const).map((value) => ({
              value,
              label: say(`forecast.${value}`),
            }))}
          />
        )}
      </td>
      <td>
        <span className="row">
          {basis !== null && (
            <span className={`nowrap ${basis.fromId === 'assumption' ? 'role-assumption' : ''}`}>
              <Glyph name={glyphOf[basis.fromId]} /> {text(basis.from)}
            </span>
          )}
          {basis !== null && <Grounds grounds={basis.grounds} />}
          {!isWindow &&
            (given === undefined ? (
              <Button
                variant="subtle"
                aria-label={`${say('forecast.assume')}: ${name}`}
                onClick={() => change({})}
              >
                {say('forecast.assume')}
              </Button>
            ) : (
              <Button
                variant="subtle"
                aria-label={`${say('forecast.dropped')}: ${name}`}
                onClick={() => onChange(withoutStage(assumptions, stage.stage.id))}
              >
                {say('forecast.dropped')}
              </Button>
            ))}
        </span>
      </td>
      <td className="num">{critical === null ? '—' : `${Math.round(100 * critical)}%`}</td>
    </tr>
  );
}

function StudyRow({
  study,
  onChange,
}: {
  readonly study: StudyAssumption;
  readonly onChange: (next: StudyAssumption) => void;
}): ReactElement {
  const { say } = useWords();
  return (
    <fieldset className="row study-row">
      <legend className="t-dense strong">
        <span className="role-assumption">
          <Glyph name="assumption" /> {say('state.assumption')}
        </span>{' '}
        {say('forecast.study')}
      </legend>
      {ends.map((end) => (
        <DayField
          key={end}
          label={say('forecast.lastIn', { which: say(`forecast.${end}`) })}
          value={study.lastPatientIn[end]}
          onChange={(on) => onChange({ ...study, lastPatientIn: { ...study.lastPatientIn, [end]: on } })}
        />
      ))}
      {(['followUpDays', 'reportDays'] as const).map((field) => (
        <label key={field} className="t-dense">
          {say(field === 'followUpDays' ? 'forecast.followUp' : 'forecast.report')}
          <br />
          <input
            className="assume-number"
            type="number"
            min={0}
            max={3650}
            value={study[field]}
            onChange={(event) => {
              const { valueAsNumber } = event.currentTarget;
              if (valueAsNumber >= 0 && valueAsNumber <= 3650) onChange({ ...study, [field]: valueAsNumber });
            }}
          />
        </label>
      ))}
    </fieldset>
  );
}
