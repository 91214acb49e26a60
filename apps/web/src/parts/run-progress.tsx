import type { Text } from '@daero/domain/text';
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { Glyph, type GlyphName } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import './parts.css';

export const runStates = ['queued', 'running', 'paused', 'cancelled', 'failed', 'done'] as const;
export type RunState = (typeof runStates)[number];
export type RunFacts = {
  readonly state: RunState;
  readonly done: number;
  readonly total: number;
  /** Latest first. */
  readonly log: readonly { readonly step: string; readonly message: Text }[];
  readonly secondsLeft: { readonly low: number; readonly high: number } | null;
  readonly lost: boolean;
};

const stateGlyph = {
  queued: 'none',
  running: 'computing',
  paused: 'pause',
  cancelled: 'withheld',
  failed: 'failed',
  done: 'observed',
} as const satisfies Readonly<Record<RunState, GlyphName>>;
const stateRole = {
  queued: 'role-quiet',
  running: 'role-accent',
  paused: 'role-warn',
  cancelled: 'role-quiet',
  failed: 'role-bad',
  done: 'role-ok',
} as const satisfies Readonly<Record<RunState, string>>;

/** A run: how far, how much longer as a range, what was kept. */
export function RunProgress({
  run,
  onCancel,
  onResume,
}: {
  readonly run: RunFacts;
  readonly onCancel?: () => void;
  readonly onResume?: () => void;
}): ReactElement {
  const { say, text } = useWords();
  const going = run.state === 'running' || run.state === 'queued';
  const latest = run.log[0];
  return (
    <section className="run" aria-label={say(`run.${run.state}`)}>
      <p className="row spread">
        <span className={`strong ${stateRole[run.state]}`} role="status">
          <Glyph name={stateGlyph[run.state]} /> {say(`run.${run.state}`)}
        </span>
        <span className="t-dense">
          <span className="strong">{say('run.steps', { done: run.done, total: run.total })}</span>
          {going && run.secondsLeft !== null && (
            <span className="quiet"> · {say('run.left', run.secondsLeft)}</span>
          )}
        </span>
      </p>
      <progress
        className={`run-bar run-${run.state}`}
        max={Math.max(1, run.total)}
        value={run.done}
        aria-label={say('run.steps', { done: run.done, total: run.total })}
      />
      {run.lost && going && (
        <p className="t-dense role-warn">
          <Glyph name="stale" /> {say('run.lost')}
        </p>
      )}
      {latest !== undefined && <p className="t-dense">{text(latest.message)}</p>}
      {(run.state === 'cancelled' || run.state === 'paused') && (
        <p className="t-dense quiet">{say('run.kept', { done: run.done })}</p>
      )}
      {run.state === 'failed' && <p className="t-dense quiet">{say('run.stands')}</p>}
      {going && <p className="t-dense faint">{say('run.leave')}</p>}
      <p className="row">
        {going && onCancel !== undefined && (
          <Button color="bad" onClick={onCancel}>
            {say('run.cancel')}
          </Button>
        )}
        {['cancelled', 'paused', 'failed'].includes(run.state) && onResume !== undefined && (
          <Button onClick={onResume}>{say('run.resume')}</Button>
        )}
      </p>
      {run.log.length > 1 && (
        <details className="t-dense">
          <summary>{say('run.log')}</summary>
          <ol className="run-log" reversed>
            {run.log.map((line, at) => (
              <li key={run.log.length - at}>
                <span className="hash faint">{line.step}</span> {text(line.message)}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
