import { formatDate } from '@daero/domain/format/date';
import { formatDaysLeft, formatDuration, type DayType } from '@daero/domain/format/duration';
import { formatCount } from '@daero/domain/format/number';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import type { ReactElement } from 'react';
import { Glyph, type GlyphName } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import './parts.css';

export const clockStates = ['running', 'stopped', 'extended', 'expired'] as const;
export type ClockState = (typeof clockStates)[number];
export type ClockFacts = {
  readonly kind: 'statutory' | 'elapsed' | 'use';
  readonly name: Text;
  readonly state: ClockState;
  readonly spent: number;
  /** Null while the limit is not known: the bar is then open-ended. */
  readonly limit: number | null;
  readonly dayType: DayType;
  readonly pauses: readonly { readonly from: number; readonly days: number }[];
  readonly since: { readonly on: IsoDate; readonly why: Text } | null;
  readonly endsOn: IsoDate | null;
};

const stateGlyph = {
  running: 'play',
  stopped: 'pause',
  extended: 'skipped',
  expired: 'failed',
} as const satisfies Readonly<Record<ClockState, GlyphName>>;
const stateRole = {
  running: 'role-accent',
  stopped: 'role-warn',
  extended: 'role-warn',
  expired: 'role-bad',
} as const;

/** A span that counts against someone: what is spent, of how much, where it stopped, when it ends. */
export function Clock({ clock }: { readonly clock: ClockFacts }): ReactElement {
  const { language, say, text } = useWords();
  const { spent, limit, dayType, pauses } = clock;
  const whole = limit ?? spent * 1.5;
  const share = (days: number): string => `${Math.min(100, (100 * days) / whole)}%`;
  const paused = pauses.reduce((sum, pause) => sum + pause.days, 0);
  return (
    <div className="clock">
      <p className="row spread">
        <span className="t-dense">
          <span className="faint">{say(`clock.${clock.kind}`)}</span>{' '}
          <span className="strong">{text(clock.name)}</span>
          {clock.kind === 'statutory' && (
            <>
              {' '}
              <Glyph name="law" /> <span className="faint">{say('state.law')}</span>
            </>
          )}
        </span>
        <span className={`t-dense ${stateRole[clock.state]}`}>
          <Glyph name={stateGlyph[clock.state]} /> {say(`clock.${clock.state}`)}
        </span>
      </p>
      <div
        className={`clock-bar ${limit === null ? 'clock-open' : ''} clock-${clock.state}`}
        aria-hidden="true"
      >
        <span className="clock-spent" style={{ width: share(spent) }} />
        {pauses.map((pause) => (
          <span
            key={pause.from}
            className="clock-pause"
            style={{ insetInlineStart: share(pause.from), width: share(pause.days) }}
          />
        ))}
      </div>
      <p className="row spread t-dense">
        <span>
          <span className="strong">
            {limit === null
              ? formatDuration(spent, dayType, language)
              : say('clock.of', {
                  spent: formatCount(spent),
                  limit: formatDuration(limit, dayType, language),
                })}
          </span>
          {paused > 0 && (
            <span className="quiet">
              {' '}
              · ‖ {say('clock.paused', { span: formatDuration(paused, dayType, language) })}
            </span>
          )}
        </span>
        <span className="quiet">
          {[
            limit === null
              ? clock.kind === 'elapsed'
                ? null // nobody limits it
                : say('clock.unknown')
              : clock.state === 'expired'
                ? null
                : formatDaysLeft(limit - spent, language),
            clock.endsOn === null ? null : say('clock.ends', { date: formatDate(clock.endsOn, language) }),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </p>
      {clock.since !== null && (
        <p className="t-dense quiet">
          {say('clock.since', { date: formatDate(clock.since.on, language), why: text(clock.since.why) })}
        </p>
      )}
    </div>
  );
}
