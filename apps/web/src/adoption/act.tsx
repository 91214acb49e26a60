import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { api, ServerProblem } from '../api.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { announce } from '../shell/announce.ts';
import { SidePanel } from '../shell/side-panel.tsx';

/** A day as it is written everywhere here; a date picker would write it as the browser's country does. */
export const asDay = {
  inputMode: 'numeric',
  pattern: '\\d{4}-\\d{2}-\\d{2}',
  placeholder: '2026-11-22',
} as const;

/** People named in one line. */
export const peopleIn = (line: string): readonly string[] =>
  line
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Where an act goes, and how many events of the record the person had before them. */
export type Place = { readonly path: string; readonly version: number; readonly asOf: string };

/** Sends a signed act. The same act sent twice is recorded once: its key hangs on what it says. */
function useAct(place: Place, onDone: () => void) {
  const { say } = useWords();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Error | null>(null);
  const keys = useMemo(() => new Map<string, string>(), []);
  const act = (body: Readonly<Record<string, unknown>>, said: string): void => {
    const content = JSON.stringify(body);
    const request = keys.get(content) ?? crypto.randomUUID();
    keys.set(content, request);
    setBusy(true);
    setTrouble(null);
    api
      .recordAt(place.path, { ...body, expected: place.version, request })
      .then(async () => {
        await Promise.all([['adoption'], ['work']].map((queryKey) => client.invalidateQueries({ queryKey })));
        announce(say('record.done', { what: said }));
        onDone();
      })
      .catch((error: unknown) => setTrouble(error instanceof Error ? error : new Error(String(error))))
      .finally(() => setBusy(false));
  };
  return { act, busy, trouble };
}

function Trouble({ error }: { readonly error: Error | null }): ReactElement | null {
  const { say, text } = useWords();
  const client = useQueryClient();
  if (error === null) return null;
  const problem = error instanceof ServerProblem ? error.problem : null;
  return (
    <div className="blank blank-error" role="alert">
      <p className="role-bad">
        <Glyph name="failed" /> {problem === null ? error.message : text({ ko: problem.ko, en: problem.en })}
      </p>
      {problem !== null && <p className="hash faint">{problem.kind}</p>}
      {problem?.kind === 'stream-moved' && (
        <Button onClick={() => void client.invalidateQueries({ queryKey: ['adoption'] })}>
          {say('record.reload')}
        </Button>
      )}
    </div>
  );
}

/** A signed act: what happened, on which day, on which paper, why, and by whom; what it means stands above the button. */
export function ActPanel({
  title,
  place,
  change,
  means,
  children,
  onClose,
}: {
  readonly title: string;
  readonly place: Place;
  /** The change as the server takes it; null while something is still to be chosen. */
  readonly change: Readonly<Record<string, unknown>> | null;
  readonly means: string | null;
  readonly children: ReactNode;
  readonly onClose: () => void;
}): ReactElement {
  const { say } = useWords();
  const { act, busy, trouble } = useAct(place, onClose);
  const [on, setOn] = useState(place.asOf);
  const [source, setSource] = useState('');
  const [reason, setReason] = useState('');
  const [signedBy, setSignedBy] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (change !== null)
      act({ on, source: source.trim() === '' ? null : source, change, reason, signedBy }, title);
  };
  return (
    <SidePanel title={title} onClose={onClose}>
      <form className="record" onSubmit={send}>
        {children}
        <TextInput
          required
          {...asDay}
          label={say('record.on')}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        <TextInput
          label={say('record.source')}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <TextInput
          required
          label={say('record.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextInput
          required
          label={say('record.signedBy')}
          value={signedBy}
          onChange={(event) => setSignedBy(event.currentTarget.value)}
        />
        {means !== null && (
          <div className="record-consequence t-dense">
            <p className="strong">{say('record.consequence')}</p>
            <p>{means}</p>
          </div>
        )}
        <Trouble error={trouble} />
        <Button type="submit" variant="filled" disabled={busy || change === null}>
          {say('record.sign')}
        </Button>
      </form>
    </SidePanel>
  );
}
