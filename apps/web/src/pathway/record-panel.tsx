import type { Assumption, CaseView, PossibleView } from '@daero/api/schemas/pathway';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent, type ReactElement } from 'react';
import { api, ServerProblem } from '../api.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { announce } from '../shell/announce.ts';
import { SidePanel } from '../shell/side-panel.tsx';

const groups = ['step', 'decision', 'clock', 'window', 'standing', 'rules', 'annul'] as const;

type Signed = { readonly reason: string; readonly signedBy: string };

/** Sends a signed act, and tells what came of it. The same act sent twice is recorded once: its key hangs on what it says. */
function useAct(
  found: CaseView,
  what: 'events' | 'assumptions',
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
        <Button onClick={() => void client.invalidateQueries({ queryKey: ['cases'] })}>
          {say('record.reload')}
        </Button>
      )}
    </div>
  );
}

function Signature({
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

/** A day as it is written everywhere here; a date picker would write it as the browser's country does. */
const asDay = { inputMode: 'numeric', pattern: '\\d{4}-\\d{2}-\\d{2}', placeholder: '2026-11-22' } as const;

/** What happened, when, on which paper; what it means in one sentence; then the name of the person who signs. */
export function RecordPanel({
  found,
  onClose,
}: {
  readonly found: CaseView;
  readonly onClose: () => void;
}): ReactElement {
  const { say, text } = useWords();
  const { act, busy, trouble } = useAct(found, 'events', onClose);
  const [key, setKey] = useState('');
  const [on, setOn] = useState<string>(found.forecast?.asOf ?? '');
  const [source, setSource] = useState('');
  const [signed, setSigned] = useState<Signed>({ reason: '', signedBy: '' });
  const [places, setPlaces] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<Readonly<Record<string, string>>>({});
  const chosen = found.possible.find((one) => one.key === key);
  const choose = (next: string): void => {
    const one = found.possible.find((possible) => possible.key === next);
    setKey(next);
    setPlaces((one?.places ?? []).filter(({ usual }) => usual).map(({ id }) => id));
    setAsked({});
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen === undefined) return;
    const change = { ...chosen.change, ...filledIn(chosen, places, asked) };
    act({ on, source: source.trim() === '' ? null : source, change, ...signed }, text(chosen.label));
  };
  return (
    <SidePanel title={say('record.title')} onClose={onClose}>
      <form className="record" onSubmit={send}>
        <NativeSelect
          required
          label={say('record.what')}
          value={key}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { value: '', label: say('record.choose') },
            ...groups.flatMap((group) => {
              const items = found.possible
                .filter((one) => one.group === group)
                .map((one) => ({ value: one.key, label: text(one.label) }));
              return items.length === 0 ? [] : [{ group: say(`record.group.${group}`), items }];
            }),
          ]}
        />
        <TextInput
          required
          {...asDay}
          label={say('record.on')}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        {chosen !== undefined && chosen.places.length > 0 && (
          <fieldset>
            <legend className="t-dense strong">{say('record.places')}</legend>
            {chosen.places.map(({ id, name }) => (
              <label key={id} className="record-check">
                <input
                  type="checkbox"
                  checked={places.includes(id)}
                  onChange={(event) =>
                    setPlaces(
                      event.currentTarget.checked ? [...places, id] : places.filter((place) => place !== id),
                    )
                  }
                />
                {text(name)}
              </label>
            ))}
          </fieldset>
        )}
        {chosen?.asks.map((field) => (
          <TextInput
            key={field}
            required={!(field === 'toOn' && chosen.change.type === 'window-opened')}
            {...(field === 'days' ? { type: 'number', min: 1 } : field === 'reference' ? {} : asDay)}
            label={say(
              field === 'toOn' && chosen.change.type === 'window-extended'
                ? 'record.toOnNew'
                : `record.${field}`,
            )}
            value={asked[field] ?? ''}
            onChange={(event) => setAsked({ ...asked, [field]: event.currentTarget.value })}
          />
        ))}
        <TextInput
          label={say('record.source')}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <Signature signed={signed} onChange={setSigned} />
        {chosen !== undefined && (
          <div className="record-consequence t-dense">
            <p className="strong">{say('record.consequence')}</p>
            <p>{text(chosen.consequence)}</p>
            <p className="quiet">{text(chosen.afterwards)}</p>
          </div>
        )}
        <Trouble error={trouble} />
        <Button type="submit" variant="filled" disabled={busy || chosen === undefined}>
          {say('record.sign')}
        </Button>
      </form>
    </SidePanel>
  );
}

/** The fields that the person fills in, as the change holds them. */
function filledIn(
  { asks, places, change }: PossibleView,
  to: readonly string[],
  asked: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  return {
    ...(places.length > 0 ? { to } : {}),
    ...Object.fromEntries(
      asks.map((field): readonly [string, unknown] => {
        const value = (asked[field] ?? '').trim();
        if (field === 'days') return [field, Number(value)];
        if (field === 'toOn' && value === '' && change.type === 'window-opened') return [field, null];
        return [field, value];
      }),
    ),
  };
}
/** The assumptions tried on the page become the case's own. */
export function AssumePanel({
  found,
  assumptions,
  onDone,
  onClose,
}: {
  readonly found: CaseView;
  readonly assumptions: readonly Assumption[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const { say } = useWords();
  const { act, busy, trouble } = useAct(found, 'assumptions', onDone);
  const [signed, setSigned] = useState<Signed>({ reason: '', signedBy: '' });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    // What was only tried gets its name and its reason with the signature.
    const named = assumptions.map((one) =>
      one.by === 'page' ? { ...one, by: signed.signedBy, reason: signed.reason } : one,
    );
    act({ assumptions: named, ...signed }, say('record.assume'));
  };
  return (
    <SidePanel title={say('record.assume')} onClose={onClose}>
      <form className="record" onSubmit={send}>
        <Signature signed={signed} onChange={setSigned} />
        <div className="record-consequence t-dense">
          <p className="strong">{say('record.consequence')}</p>
          <p>{say('record.assumeConsequence')}</p>
        </div>
        <Trouble error={trouble} />
        <Button type="submit" variant="filled" disabled={busy}>
          {say('record.sign')}
        </Button>
      </form>
    </SidePanel>
  );
}
