import type { CaseView } from '@daero/api/schemas/pathway';
import { formatDate } from '@daero/domain/format/date';
import { formatCount } from '@daero/domain/format/number';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { SidePanel } from '../shell/side-panel.tsx';
import { Consequence, Signature, Trouble, useAct, type Signed } from './act.tsx';

type Panel = { readonly found: CaseView; readonly onClose: () => void };
const unsigned: Signed = { reason: '', signedBy: '' };

/** A claim of the evidence repository is bound to what gates ask: which, for whom, against what, and how strong it is taken to be. */
export function BindPanel({
  found,
  requirement,
  onClose,
}: Panel & { readonly requirement: string }): ReactElement {
  const { language, say, text } = useWords();
  const { act, busy, trouble } = useAct(found, 'claims', onClose);
  const [signed, setSigned] = useState(unsigned);
  const asked = found.gaps.gates.flatMap(({ stage, requirements }) =>
    requirements.map((one) => ({ ...one, gate: stage.name })),
  );
  const first = asked.find(({ id }) => id === requirement);
  const [claim, setClaim] = useState('');
  const bound = found.gaps.bound.find((one) => one.claim === claim);
  const [serves, setServes] = useState<readonly string[]>([requirement]);
  const [level, setLevel] = useState('');
  const [population, setPopulation] = useState(found.indication);
  const [comparator, setComparator] = useState(first?.comparator ?? '');
  const chosen = found.gaps.claims.find((one) => one.claim === claim);
  const choose = (next: string): void => {
    setClaim(next);
    const before = found.gaps.bound.find((one) => one.claim === next);
    if (before === undefined) return;
    setServes([...new Set([...before.serves, requirement])]);
    setLevel(before.level === null ? '' : String(before.level));
    setPopulation(before.population.join(', '));
    setComparator(before.comparator ?? '');
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const binding = {
      ...{ claim, serves },
      level: level === '' ? null : Number(level),
      population: population
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
      comparator: comparator.trim() === '' ? null : comparator.trim(),
    };
    act({ binding, ...signed }, `${say('bind.title')} ${claim}`);
  };
  return (
    <SidePanel title={say('bind.title')} of={requirement} onClose={onClose}>
      <form className="record" onSubmit={send}>
        <NativeSelect
          required
          label={say('gaps.claim')}
          value={claim}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { value: '', label: say('record.choose') },
            ...found.gaps.claims.map((one) => ({ value: one.claim, label: one.claim })),
          ]}
        />
        {chosen !== undefined && (
          <div className="t-dense">
            <p>{text(chosen.text)}</p>
            <p className={chosen.current ? 'quiet' : 'role-warn'}>
              <Glyph name={chosen.current ? 'estimate' : 'stale'} />{' '}
              {say(chosen.current ? 'gaps.current' : 'gaps.stale')} · n {formatCount(chosen.n)} ·{' '}
              {formatDate(chosen.on, language)} · <span className="hash">{chosen.productVersion}</span>
            </p>
            {bound !== undefined && <p className="role-warn">{say('bind.again')}</p>}
          </div>
        )}
        <fieldset>
          <legend className="t-dense strong">{say('bind.serves')}</legend>
          {asked.map(({ id, gate, evidence }) => (
            <label key={id} className="record-check t-dense">
              <input
                type="checkbox"
                checked={serves.includes(id)}
                onChange={(event) =>
                  setServes(
                    event.currentTarget.checked ? [...serves, id] : serves.filter((one) => one !== id),
                  )
                }
              />
              {text(gate)} · {text(evidence)}
            </label>
          ))}
        </fieldset>
        <NativeSelect
          label={say('bind.level')}
          value={level}
          onChange={(event) => setLevel(event.currentTarget.value)}
          data={[
            { value: '', label: say('bind.noLevel') },
            ...(['1', '2', '3', '4'] as const).map((value) => ({ value, label: say(`level.${value}`) })),
          ]}
        />
        <TextInput
          required
          label={say('bind.population')}
          value={population}
          onChange={(event) => setPopulation(event.currentTarget.value)}
        />
        <TextInput
          label={say('bind.comparator')}
          value={comparator}
          onChange={(event) => setComparator(event.currentTarget.value)}
        />
        <Signature signed={signed} onChange={setSigned} />
        <Consequence>
          <p>{say('bind.consequence')}</p>
          <p className="quiet">{say('bind.afterwards')}</p>
        </Consequence>
        <Trouble error={trouble} />
        <Button type="submit" variant="filled" disabled={busy || claim === '' || serves.length === 0}>
          {say('record.sign')}
        </Button>
      </form>
    </SidePanel>
  );
}

/** A claim that no longer serves is taken off, with the reason; the binding stays in the trail. */
export function UnbindPanel({ found, claim, onClose }: Panel & { readonly claim: string }): ReactElement {
  const { say } = useWords();
  const { act, busy, trouble } = useAct(found, 'claims/removals', onClose);
  const [signed, setSigned] = useState(unsigned);
  const bound = found.gaps.bound.find((one) => one.claim === claim);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    act({ claim, ...signed }, `${say('bind.off')} ${claim}`);
  };
  return (
    <SidePanel title={say('bind.offTitle')} of={claim} onClose={onClose}>
      <form className="record" onSubmit={send}>
        <p>
          <span className="hash strong">{claim}</span>{' '}
          <span className="hash quiet">{bound?.serves.join(', ')}</span>
        </p>
        <Signature signed={signed} onChange={setSigned} />
        <Consequence>
          <p>{say('bind.offConsequence')}</p>
        </Consequence>
        <Trouble error={trouble} />
        <Button type="submit" variant="filled" disabled={busy}>
          {say('record.sign')}
        </Button>
      </form>
    </SidePanel>
  );
}

const months = 600;

/** What the company asks of its own evidence on top of the rules: never shown as if a rule asked it. */
export function AskPanel({
  found,
  requirement,
  onClose,
}: Panel & { readonly requirement: string }): ReactElement {
  const { say, text } = useWords();
  const { act, busy, trouble } = useAct(found, 'policies', onClose);
  const asked = found.gaps.gates
    .flatMap(({ stage, requirements }) => requirements.map((one) => ({ ...one, gate: stage.name })))
    .find(({ id }) => id === requirement);
  const before = found.gaps.policies.findLast((one) => one.requirement === requirement);
  const written = (value: number | undefined): string => (value === undefined ? '' : String(value));
  const [minimumN, setMinimumN] = useState(written(before?.minimumN));
  const [maxAge, setMaxAge] = useState(written(before?.maxAgeMonths));
  const [level, setLevel] = useState(written(before?.level));
  const [comparator, setComparator] = useState(before?.comparator ?? '');
  const [source, setSource] = useState(before?.source ?? '');
  const [signed, setSigned] = useState(unsigned);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const paper = source.trim();
    const one = {
      requirement,
      ...(minimumN === '' ? {} : { minimumN: Number(minimumN) }),
      ...(maxAge === '' ? {} : { maxAgeMonths: Number(maxAge) }),
      ...(level === '' ? {} : { level: Number(level) }),
      ...(comparator.trim() === '' ? {} : { comparator: comparator.trim() }),
      ...{ by: signed.signedBy, reason: signed.reason, source: paper === '' ? null : paper },
      // A paper is named, or it is a judgment that says so.
      confidence: paper === '' ? 'general-knowledge-unverified' : 'stated-in-source',
    };
    const others = found.gaps.policies.filter((other) => other.requirement !== requirement);
    const empty = minimumN === '' && maxAge === '' && level === '' && comparator.trim() === '';
    act({ policies: empty ? others : [...others, one], ...signed }, say('ask.title'));
  };
  return (
    <SidePanel title={say('ask.title')} of={requirement} onClose={onClose}>
      <form className="record" onSubmit={send}>
        {asked !== undefined && (
          <p className="t-dense">
            {text(asked.gate)} · {text(asked.evidence)}
          </p>
        )}
        <TextInput
          type="number"
          min={1}
          label={say('ask.minimumN')}
          value={minimumN}
          onChange={(event) => setMinimumN(event.currentTarget.value)}
        />
        <TextInput
          type="number"
          min={1}
          max={months}
          label={say('ask.maxAge')}
          value={maxAge}
          onChange={(event) => setMaxAge(event.currentTarget.value)}
        />
        <NativeSelect
          label={say('ask.level')}
          value={level}
          onChange={(event) => setLevel(event.currentTarget.value)}
          data={[
            { value: '', label: say('ask.asRuled') },
            ...(['1', '2', '3', '4'] as const).map((value) => ({ value, label: say(`level.${value}`) })),
          ]}
        />
        <TextInput
          label={say('ask.comparator')}
          value={comparator}
          onChange={(event) => setComparator(event.currentTarget.value)}
        />
        <TextInput
          label={say('ask.source')}
          description={say('ask.sourceWhy')}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <Signature signed={signed} onChange={setSigned} />
        <Consequence>
          <p>{say('ask.consequence')}</p>
        </Consequence>
        <Trouble error={trouble} />
        <Button type="submit" variant="filled" disabled={busy}>
          {say('record.sign')}
        </Button>
      </form>
    </SidePanel>
  );
}
