import type { CaseView } from '@daero/api/schemas/pathway';
import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { api, ServerProblem, type CaseAct } from '../api.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { announce } from '../shell/announce.ts';

export type Signed = { readonly reason: string; readonly signedBy: string };

/** Sends a signed act, and tells what came of it. The same act sent twice is recorded once: its key hangs on what it says. */
export function useAct(
  found: Pick<CaseView, 'id' | 'version'>,
  what: CaseAct,
  onDone: () => void,
): {
  readonly act: (body: Readonly<Record<string, unknown>>, said: string) => void;
  readonly busy: boolean;
  readonly trouble: Error | null;
} {
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
      .recordInCase(found.id, what, { ...body, expected: found.version, request })
      .then(async () => {
        await client.invalidateQueries({ queryKey: ['cases'] });
        announce(say('record.done', { what: said }));
        onDone();
      })
      .catch((error: unknown) => setTrouble(error instanceof Error ? error : new Error(String(error))))
      .finally(() => setBusy(false));
  };
  return { act, busy, trouble };
}

export function Trouble({ error }: { readonly error: Error | null }): ReactElement | null {
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
        <Button onClick={() => void client.invalidateQueries({ queryKey: ['cases'] })}>
          {say('record.reload')}
        </Button>
      )}
    </div>
  );
}

export function Signature({
  signed,
  onChange,
}: {
  readonly signed: Signed;
  readonly onChange: (next: Signed) => void;
}): ReactElement {
  const { say } = useWords();
  return (
    <>
      <TextInput
        required
        label={say('record.reason')}
        value={signed.reason}
        onChange={(event) => onChange({ ...signed, reason: event.currentTarget.value })}
      />
      <TextInput
        required
        label={say('record.signedBy')}
        value={signed.signedBy}
        onChange={(event) => onChange({ ...signed, signedBy: event.currentTarget.value })}
      />
    </>
  );
}

/** What a signature brings about, before it is given. */
export function Consequence({ children }: { readonly children: ReactNode }): ReactElement {
  const { say } = useWords();
  return (
    <div className="record-consequence t-dense">
      <p className="strong">{say('record.consequence')}</p>
      {children}
    </div>
  );
}

/** A day as it is written everywhere here; a date picker would write it as the browser's country does. */
export const asDay = {
  inputMode: 'numeric',
  pattern: '\\d{4}-\\d{2}-\\d{2}',
  placeholder: '2026-11-22',
} as const;
