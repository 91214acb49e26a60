import type { Assumption, CaseView, PossibleView } from '@daero/api/schemas/pathway';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useWords } from '../i18n.ts';
import { SidePanel } from '../shell/side-panel.tsx';
import { asDay, Consequence, Signature, Trouble, useAct, type Signed } from './act.tsx';

const groups = ['step', 'decision', 'clock', 'window', 'standing', 'rules', 'annul'] as const;

/** What happened, when, on which paper; what it means in one sentence; then the name of the person who signs. */
export function RecordPanel({
  found,
  initial = '',
  onClose,
}: {
  readonly found: CaseView;
  /** The change that is chosen at first, by its key. */
  readonly initial?: string;
  readonly onClose: () => void;
}): ReactElement {
  const { say, text } = useWords();
  const { act, busy, trouble } = useAct(found, 'events', onClose);
  const [key, setKey] = useState(initial);
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
          <Consequence>
            <p>{text(chosen.consequence)}</p>
            <p className="quiet">{text(chosen.afterwards)}</p>
          </Consequence>
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
        <Consequence>
          <p>{say('record.assumeConsequence')}</p>
        </Consequence>
        <Trouble error={trouble} />
        <Button type="submit" variant="filled" disabled={busy}>
          {say('record.sign')}
        </Button>
      </form>
    </SidePanel>
  );
}
