import type { RoomView } from '@daero/api/schemas/adoption';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useWords } from '../i18n.ts';
import { ActPanel, asDay, peopleIn, type Place } from './act.tsx';
import type { roomDrawers } from './search.ts';

type Panel = { readonly found: RoomView; readonly onClose: () => void };

const placeOf = ({ id, version, asOf }: RoomView): Place => ({
  path: `/api/adoptions/${encodeURIComponent(id)}/events`,
  version,
  asOf,
});

export function RoomPanel({
  kind,
  found,
  onClose,
}: Panel & { readonly kind: (typeof roomDrawers)[number] }): ReactElement {
  switch (kind) {
    case 'decide':
      return <DecidePanel found={found} onClose={onClose} />;
    case 'paper':
      return <PaperPanel found={found} onClose={onClose} />;
    case 'meet':
      return <MeetPanel found={found} onClose={onClose} />;
    case 'reopen':
      return <ReopenPanel found={found} onClose={onClose} />;
    case 'key':
      return <KeyPanel found={found} onClose={onClose} />;
  }
}

const outcomes = ['approved', 'conditional', 'deferred', 'refused'] as const;
type Outcome = (typeof outcomes)[number];
type Condition = { readonly text: string; readonly dueOn: string };

/** The decision: which one, with what conditions until when; the consequence stands above the signature. */
function DecidePanel({ found, onClose }: Panel): ReactElement {
  const { language, say } = useWords();
  const [outcome, setOutcome] = useState<Outcome>(found.may.approve === null ? 'approved' : 'refused');
  const [untilOn, setUntilOn] = useState('');
  const [conditions, setConditions] = useState<readonly Condition[]>([{ text: '', dueOn: '' }]);
  const set = (at: number, next: Partial<Condition>): void =>
    setConditions(conditions.map((one, place) => (place === at ? { ...one, ...next } : one)));
  const said = {
    approved: { is: 'approved' },
    refused: { is: 'refused' },
    deferred: { is: 'deferred', untilOn },
    // What somebody writes stands in both languages as they wrote it.
    conditional: {
      is: 'conditional',
      conditions: conditions.map(({ text, dueOn }, at) => ({
        id: `c${found.decisions.length + 1}-${at + 1}`,
        text: { ko: text, en: text },
        dueOn,
      })),
    },
  }[outcome];
  return (
    <ActPanel
      title={say('room.decide')}
      place={placeOf(found)}
      change={{ type: 'decided', layer: found.cell.layer.id, outcome: said }}
      means={say(`room.means.${outcome}`)}
      onClose={onClose}
    >
      <fieldset>
        <legend className="t-dense strong">{say('room.outcome')}</legend>
        {outcomes.map((one) => (
          <label key={one} className="record-check">
            <input type="radio" name="outcome" checked={outcome === one} onChange={() => setOutcome(one)} />
            {say(`room.${one}`)}
          </label>
        ))}
      </fieldset>
      {outcome === 'deferred' && (
        <TextInput
          required
          {...asDay}
          label={say('room.deferUntil')}
          value={untilOn}
          onChange={(event) => setUntilOn(event.currentTarget.value)}
        />
      )}
      {outcome === 'conditional' && (
        <>
          {conditions.map((condition, at) => (
            <div key={at} className="stack" lang={language}>
              <TextInput
                required
                label={`${say('room.condition')} ${at + 1}`}
                value={condition.text}
                onChange={(event) => set(at, { text: event.currentTarget.value })}
              />
              <TextInput
                required
                {...asDay}
                label={`${say('room.conditionDue')} ${at + 1}`}
                value={condition.dueOn}
                onChange={(event) => set(at, { dueOn: event.currentTarget.value })}
              />
            </div>
          ))}
          <Button onClick={() => setConditions([...conditions, { text: '', dueOn: '' }])}>
            {say('room.addCondition')}
          </Button>
        </>
      )}
    </ActPanel>
  );
}

function PaperPanel({ found, onClose }: Panel): ReactElement {
  const { say, text } = useWords();
  const [paper, setPaper] = useState(found.papers.find(({ filedOn }) => filedOn === null)?.paper.id ?? '');
  const [reference, setReference] = useState('');
  return (
    <ActPanel
      title={say('room.file')}
      place={placeOf(found)}
      change={paper === '' ? null : { type: 'paper-filed', layer: found.cell.layer.id, paper, reference }}
      means={say('room.means.file')}
      onClose={onClose}
    >
      <NativeSelect
        required
        label={say('room.paper')}
        value={paper}
        onChange={(event) => setPaper(event.currentTarget.value)}
        data={[
          { value: '', label: say('record.choose') },
          ...found.papers.map((one) => ({ value: one.paper.id, label: text(one.paper.name) })),
        ]}
      />
      <TextInput
        required
        label={say('record.reference')}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
    </ActPanel>
  );
}

function MeetPanel({ found, onClose }: Panel): ReactElement {
  const { say, text } = useWords();
  const open = (found.decisions[0]?.conditions ?? []).filter(({ metOn }) => metOn === null);
  const [condition, setCondition] = useState(open[0]?.id ?? '');
  const [reference, setReference] = useState('');
  return (
    <ActPanel
      title={say('room.meet')}
      place={placeOf(found)}
      change={
        condition === '' ? null : { type: 'condition-met', layer: found.cell.layer.id, condition, reference }
      }
      means={say('room.means.meet')}
      onClose={onClose}
    >
      <NativeSelect
        required
        label={say('room.condition')}
        value={condition}
        onChange={(event) => setCondition(event.currentTarget.value)}
        data={open.map((one) => ({ value: one.id, label: text(one.text) }))}
      />
      <TextInput
        required
        label={say('record.reference')}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
    </ActPanel>
  );
}

function ReopenPanel({ found, onClose }: Panel): ReactElement {
  const { say } = useWords();
  return (
    <ActPanel
      title={say('room.reopen')}
      place={placeOf(found)}
      change={{ type: 'reopened', layer: found.cell.layer.id }}
      means={say('room.means.reopen')}
      onClose={onClose}
    >
      {null}
    </ActPanel>
  );
}

function KeyPanel({ found, onClose }: Panel): ReactElement {
  const { say } = useWords();
  const [holders, setHolders] = useState(found.cell.holders.join(', '));
  return (
    <ActPanel
      title={say('room.pass')}
      place={placeOf(found)}
      change={{ type: 'key-passed', layer: found.cell.layer.id, holders: peopleIn(holders) }}
      means={say('room.means.pass')}
      onClose={onClose}
    >
      <TextInput
        label={say('room.passTo')}
        value={holders}
        onChange={(event) => setHolders(event.currentTarget.value)}
      />
    </ActPanel>
  );
}
