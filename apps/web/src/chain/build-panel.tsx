import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { QueryTrouble } from '../parts/blank.tsx';
import { RunProgress } from '../parts/run-progress.tsx';
import { SidePanel } from '../shell/side-panel.tsx';
import { isGoing, runs, useRefresh, useRuns } from './runs.ts';

/** Starting a build: say why, watch it, cancel, resume. */
export function BuildPanel({
  project,
  onClose,
}: {
  readonly project: string;
  readonly onClose: () => void;
}): ReactElement {
  const { say } = useWords();
  const refresh = useRefresh();
  const known = useRuns().find((one) => one.project === project);
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<Error | null>(null);
  const attempt = (act: Promise<void>): void => {
    setTrouble(null);
    act.catch((error: unknown) => setTrouble(error instanceof Error ? error : new Error(String(error))));
  };
  const start = (event: FormEvent): void => {
    event.preventDefault();
    attempt(runs.start(project, reason.trim(), refresh));
  };
  return (
    <SidePanel title={say('build.title')} onClose={onClose}>
      {known === undefined ? (
        <form className="stack" onSubmit={start}>
          <p className="quiet">{say('build.sentence')}</p>
          <TextInput
            label={say('build.reason')}
            placeholder={say('build.reasonHint')}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <p>
            <Button type="submit" variant="filled" disabled={reason.trim() === ''}>
              {say('build.go')}
            </Button>
          </p>
        </form>
      ) : (
        <>
          <RunProgress
            run={known.facts}
            onCancel={() => attempt(runs.cancel(known.run, say('build.cancelReason')))}
            onResume={() => attempt(runs.resume(known.run, say('build.resumeReason'), refresh))}
          />
          {known.facts.state === 'done' && (
            <p className="role-ok">
              <Glyph name="observed" /> {say('build.done')}
            </p>
          )}
          {!isGoing(known) && (
            <p>
              <Button onClick={() => runs.forget(known.run)}>{say('build.again')}</Button>
            </p>
          )}
        </>
      )}
      {trouble !== null && <QueryTrouble error={trouble} onRetry={() => setTrouble(null)} />}
    </SidePanel>
  );
}
