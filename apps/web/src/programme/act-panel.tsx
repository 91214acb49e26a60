import type { ActField, ActView } from '@daero/api/schemas/programme-parts';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { ServerProblem } from '../api.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { announce } from '../shell/announce.ts';
import { SidePanel } from '../shell/side-panel.tsx';
import { changeOf, initialAnswers, keyOf, type Answers } from './change.ts';

export type SignedBody = {
  readonly change: unknown;
  readonly on: string;
  readonly reason: string;
  readonly source: string | null;
  readonly signedBy: string;
  readonly expected: number;
  readonly request: string;
};

/** A day as it is written everywhere here; a date picker would write it as the browser's country does. */
const asDay = { inputMode: 'numeric', pattern: '\\d{4}-\\d{2}-\\d{2}', placeholder: '2026-11-22' } as const;

const newKey = (): string => `act-${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;

/** One act: what it is, what it asks, what it brings about, and then the name of the person who signs. */
export function ActPanel({
  acts,
  chosen,
  version,
  asOf,
  title,
  send,
  onClose,
}: {
  readonly acts: readonly ActView[];
  /** The act to begin with, where the page already says which. */
  readonly chosen: string | undefined;
  readonly version: number;
  readonly asOf: string;
  readonly title: string;
  readonly send: (body: SignedBody) => Promise<unknown>;
  readonly onClose: () => void;
}): ReactElement {
  const { say, text } = useWords();
  const client = useQueryClient();
  const first = acts.find(({ key }) => key === chosen) ?? (acts.length === 1 ? acts[0] : undefined);
  const [key, setKey] = useState(first?.key ?? '');
  const [answers, setAnswers] = useState<Answers>(first === undefined ? {} : initialAnswers(first));
  const [on, setOn] = useState(asOf);
  const [source, setSource] = useState('');
  const [reason, setReason] = useState('');
  const [signedBy, setSignedBy] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Error | null>(null);
  const keys = useMemo(() => new Map<string, string>(), []);
  const act = acts.find((one) => one.key === key);
  const choose = (next: string): void => {
    const one = acts.find((possible) => possible.key === next);
    setKey(next);
    setAnswers(one === undefined ? {} : initialAnswers(one));
    setTrouble(null);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (act === undefined) return;
    const change = readable(act, answers);
    if (change === null) return setTrouble(new Error(say('acts.json')));
    const body = { change, on, reason, source: source.trim() === '' ? null : source, signedBy };
    // The same act sent twice is recorded once: its key hangs on what it says.
    const content = JSON.stringify(body);
    const request = keys.get(content) ?? newKey();
    keys.set(content, request);
    setBusy(true);
    setTrouble(null);
    send({ ...body, expected: version, request })
      .then(async () => {
        await client.invalidateQueries({ queryKey: ['programme'] });
        announce(say('record.done', { what: text(act.label) }));
        onClose();
      })
      .catch((error: unknown) => setTrouble(error instanceof Error ? error : new Error(String(error))))
      .finally(() => setBusy(false));
  };
  const groups = [...new Map(acts.map(({ group }) => [group.id, group.name] as const))];
  return (
    <SidePanel title={title} onClose={onClose}>
      <form className="record" onSubmit={submit}>
        <NativeSelect
          required
          label={say('acts.what')}
          value={key}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { value: '', label: say('acts.choose') },
            ...groups.map(([id, name]) => ({
              group: text(name),
              items: acts
                .filter(({ group }) => group.id === id)
                .map((one) => ({ value: one.key, label: text(one.label) })),
            })),
          ]}
        />
        {act?.fields.map((field, at) => (
          <Asked
            key={`${key} ${keyOf(field, at)}`}
            field={field}
            answer={answers[keyOf(field, at)] ?? ''}
            onAnswer={(answer) => setAnswers((before) => ({ ...before, [keyOf(field, at)]: answer }))}
          />
        ))}
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
        {act !== undefined && (
          <div className="record-consequence t-dense">
            <p className="strong">{say('record.consequence')}</p>
            <p>{text(act.consequence)}</p>
            <p className="quiet">{text(act.afterwards)}</p>
          </div>
        )}
        <Refusal error={trouble} />
        <Button type="submit" variant="filled" disabled={busy || act === undefined}>
          {say('record.sign')}
        </Button>
      </form>
    </SidePanel>
  );
}

function readable(act: ActView, answers: Answers): Readonly<Record<string, unknown>> | null {
  try {
    return changeOf(act, answers);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** What the rules answered: the rule that forbids it, and what to do. */
function Refusal({ error }: { readonly error: Error | null }): ReactElement | null {
  const { say, text } = useWords();
  const client = useQueryClient();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' }); // what it gives back is no clean-up
  }, [error]);
  if (error === null) return null;
  const problem = error instanceof ServerProblem ? error.problem : null;
  return (
    <div className="blank blank-error" role="alert" ref={place}>
      <p className="role-bad">
        <Glyph name="failed" /> {problem === null ? error.message : text({ ko: problem.ko, en: problem.en })}
      </p>
      {problem !== null && <p className="hash faint">{problem.kind}</p>}
      {problem?.kind === 'stream-moved' && (
        <Button onClick={() => void client.invalidateQueries({ queryKey: ['programme'] })}>
          {say('record.reload')}
        </Button>
      )}
    </div>
  );
}

function Asked({
  field,
  answer,
  onAnswer,
}: {
  readonly field: ActField;
  readonly answer: string | readonly string[];
  readonly onAnswer: (answer: string | readonly string[]) => void;
}): ReactElement {
  const { say, text } = useWords();
  const { kind, label, hint, required, options } = field;
  const name = hint === null ? text(label) : `${text(label)} · ${text(hint)}`;
  const typed = typeof answer === 'string' ? answer : '';
  const list = typeof answer === 'string' ? [] : answer;
  const data = [
    { value: '', label: say('acts.choose') },
    ...options.map((one) => ({ value: one.value, label: text(one.label) })),
  ];
  switch (kind) {
    case 'choice':
      return (
        <NativeSelect
          required={required}
          label={name}
          value={typed}
          onChange={(event) => onAnswer(event.currentTarget.value)}
          data={data}
        />
      );
    case 'many':
      return (
        <fieldset>
          <legend className="t-dense strong">{name}</legend>
          {options.map((one) => (
            <label key={one.value} className="record-check">
              <input
                type="checkbox"
                checked={list.includes(one.value)}
                onChange={(event) =>
                  onAnswer(
                    event.currentTarget.checked
                      ? [...list, one.value]
                      : list.filter((value) => value !== one.value),
                  )
                }
              />
              {text(one.label)}
            </label>
          ))}
        </fieldset>
      );
    case 'ordered':
      return (
        <fieldset className="stack">
          <legend className="t-dense strong">{name}</legend>
          {options.map((_one, at) => (
            <NativeSelect
              key={at}
              required
              label={say('acts.first', { n: at + 1 })}
              value={list[at] ?? ''}
              onChange={(event) => {
                const { value } = event.currentTarget;
                onAnswer(list.map((one, place) => (place === at ? value : one)));
              }}
              data={data}
            />
          ))}
        </fieldset>
      );
    case 'json':
      return (
        <>
          <Textarea
            required={required}
            rows={8}
            label={name}
            value={typed}
            className="act-json"
            onChange={(event) => onAnswer(event.currentTarget.value)}
          />
          <label className="t-dense">
            {say('acts.file')}{' '}
            <input
              type="file"
              accept="application/json"
              onChange={(event) => void event.currentTarget.files?.[0]?.text().then(onAnswer)}
            />
          </label>
        </>
      );
    default:
      return (
        <TextInput
          required={required}
          {...(kind === 'day' ? asDay : kind === 'text' ? {} : { inputMode: 'numeric' as const })}
          label={name}
          value={typed}
          onChange={(event) => onAnswer(event.currentTarget.value)}
        />
      );
  }
}
