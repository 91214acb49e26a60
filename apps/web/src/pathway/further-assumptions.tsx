import type { Assumption, ForecastView, StageView } from '@daero/api/schemas/pathway';
import { NativeSelect } from '@mantine/core';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { singleOf, withoutSingle, withSingle } from './assumptions.ts';
import { DayField } from './day-field.tsx';

type Change = (next: readonly Assumption[]) => void;
type Both = { readonly assumptions: readonly Assumption[]; readonly onChange: Change };

const waitsForAnswer = ({ state, visits }: StageView): boolean =>
  state === 'now' && visits.at(-1)?.pauses.some(({ toOn, stops }) => toOn === null && stops) === true;

/** When the first stage begins, when a stopped clock goes on, which form of a stage applies, how long the window will be. */
export function FurtherAssumptions({
  forecast,
  ...both
}: Both & { readonly forecast: ForecastView }): ReactElement | null {
  const { say, text } = useWords();
  const { stages, window } = forecast;
  const unbegun = stages.every(({ visits }) => visits.length === 0);
  const stopped = stages.filter(waitsForAnswer);
  const formed = stages.filter(({ variants, state }) => variants.length > 0 && state !== 'done');
  if (!unbegun && stopped.length === 0 && formed.length === 0 && window === null) return null;
  const { assumptions, onChange } = both;
  const start = singleOf(assumptions, 'start', null);
  return (
    <fieldset className="row study-row">
      <legend className="t-dense strong">
        <span className="role-assumption">
          <Glyph name="assumption" /> {say('state.assumption')}
        </span>{' '}
        {say('forecast.further')}
      </legend>
      {unbegun && (
        <DayField
          label={say('forecast.start')}
          value={start?.on ?? null}
          onChange={(on) =>
            onChange(
              on === null
                ? withoutSingle(assumptions, 'start', null)
                : withSingle(assumptions, { about: 'start', on }),
            )
          }
        />
      )}
      {stopped.map(({ stage: { id: stage, name } }) => (
        <DayField
          key={stage}
          label={say('forecast.resume', { stage: text(name) })}
          value={singleOf(assumptions, 'resume', stage)?.on ?? null}
          onChange={(on) =>
            onChange(
              on === null
                ? withoutSingle(assumptions, 'resume', stage)
                : withSingle(assumptions, { about: 'resume', stage, on }),
            )
          }
        />
      ))}
      {formed.map((one) => (
        <FormSelect key={one.stage.id} stage={one} {...both} />
      ))}
      {window !== null && <WindowMonths window={window} {...both} />}
    </fieldset>
  );
}

function FormSelect({
  stage: { stage, variants },
  assumptions,
  onChange,
}: Both & { readonly stage: StageView }): ReactElement {
  const { say, text } = useWords();
  return (
    <label className="t-dense">
      {say('forecast.form', { stage: text(stage.name) })}
      <br />
      <NativeSelect
        value={singleOf(assumptions, 'variant', stage.id)?.variant ?? ''}
        onChange={(event) => {
          const variant = event.currentTarget.value;
          onChange(
            variant === ''
              ? withoutSingle(assumptions, 'variant', stage.id)
              : withSingle(assumptions, { about: 'variant', stage: stage.id, variant }),
          );
        }}
        data={[
          { value: '', label: say('forecast.anyForm') },
          ...variants.map(({ id, name }) => ({ value: id, label: text(name) })),
        ]}
      />
    </label>
  );
}

const longest = 240; // months, as the schema of assumptions has it

function WindowMonths({
  window: { stage },
  assumptions,
  onChange,
}: Both & { readonly window: NonNullable<ForecastView['window']> }): ReactElement {
  const { say, text } = useWords();
  return (
    <label className="t-dense">
      {say('forecast.windowMonths', { stage: text(stage.name) })}
      <br />
      <input
        className="assume-number"
        type="number"
        min={1}
        max={longest}
        placeholder={say('forecast.asRuled')}
        value={singleOf(assumptions, 'window', stage.id)?.months ?? ''}
        onChange={(event) => {
          const { value, valueAsNumber } = event.currentTarget;
          if (value === '') onChange(withoutSingle(assumptions, 'window', stage.id));
          else if (Number.isInteger(valueAsNumber) && valueAsNumber >= 1 && valueAsNumber <= longest)
            onChange(withSingle(assumptions, { about: 'window', stage: stage.id, months: valueAsNumber }));
        }}
      />
    </label>
  );
}
