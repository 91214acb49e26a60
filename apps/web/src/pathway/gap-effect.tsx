import type { ForecastView } from '@daero/api/schemas/pathway';
import { formatCount } from '@daero/domain/format/number';
import type { IsoDate } from '@daero/domain/time';
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { newReady, readyOf, withoutReady, withReady } from './assumptions.ts';
import { DayField } from './day-field.tsx';
import type { GapActs } from './gap-list.tsx';

const ends = ['least', 'usual', 'most'] as const;

/** When the evidence is taken to be there, and what closing the gap today would save; nobody having said when, there is no figure. */
export function GapEffect({
  id,
  name,
  today,
  effect,
  acts: { assumptions, onAssume },
}: {
  readonly id: string;
  readonly name: string;
  readonly today: IsoDate;
  readonly effect: ForecastView['evidence'][number] | null;
  readonly acts: GapActs;
}): ReactElement {
  const { say } = useWords();
  const given = readyOf(assumptions, id);
  if (given === undefined)
    return (
      <span className="t-dense quiet">
        <Glyph name="withheld" /> {say('gaps.notAssumed')}{' '}
        <Button
          variant="subtle"
          aria-label={`${say('gaps.assumeReady')}: ${name} (${id})`}
          onClick={() => onAssume(withReady(assumptions, newReady(id, today)))}
        >
          {say('gaps.assumeReady')}
        </Button>
      </span>
    );
  const saved = effect?.listing ?? effect?.firstUse ?? null;
  const days = say(effect?.listing === null ? 'gaps.savesUse' : 'gaps.saves', {
    days: formatCount(saved?.median ?? 0),
    low: formatCount(saved?.low ?? 0),
    high: formatCount(saved?.high ?? 0),
  });
  return (
    <div className="gap-ready">
      <span className="role-forecast strong">
        <Glyph name="forecast" />{' '}
        {saved === null ? say('gaps.noEffect') : saved.high === 0 ? say('gaps.inTime') : days}
      </span>
      {effect !== null && (
        <span className="t-dense quiet">
          {say('gaps.decides', { share: `${Math.round(100 * effect.decides)}%` })}
        </span>
      )}
      <span className="t-dense role-assumption">
        <Glyph name="assumption" /> {say('gaps.ready')}
      </span>
      <span className="row">
        {ends.map((end) => (
          <DayField
            key={end}
            hidden
            label={`${name} (${id}), ${say('gaps.ready')}, ${say(`forecast.${end}`)}`}
            value={given.ready[end]}
            onChange={(on) =>
              onAssume(withReady(assumptions, { ...given, ready: { ...given.ready, [end]: on } }))
            }
          />
        ))}
      </span>
      <Button
        variant="subtle"
        aria-label={`${say('gaps.dropReady')}: ${name} (${id})`}
        onClick={() => onAssume(withoutReady(assumptions, id))}
      >
        {say('gaps.dropReady')}
      </Button>
    </div>
  );
}
