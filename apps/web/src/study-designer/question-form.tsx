import {
  fieldsShown,
  questionKinds,
  questionTitles,
  type Field,
  type QuestionKind,
} from '@daero/api/schemas/design-fields';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useId, useState, type ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import type { WordKey } from '../words.ts';
import { kindOf, valuesOf, type DesignSearch } from './search.ts';

const recruitment = [
  'prevalence',
  'sampling',
  'diseasedShare',
  'centres',
  'dropOut',
  'indeterminate',
  'clusterSize',
  'clusterCorrelation',
  'clusterVariation',
];
const errors = ['alpha', 'power'];
const groups: readonly { readonly title: WordKey; readonly holds: (name: string) => boolean }[] = [
  { title: 'designer.expected', holds: (name) => !recruitment.includes(name) && !errors.includes(name) },
  { title: 'designer.errors', holds: (name) => errors.includes(name) },
  { title: 'designer.recruitment', holds: (name) => recruitment.includes(name) },
];
const names = ['title', 'product', 'version'] as const;
const nameWords = {
  title: 'designer.studyTitle',
  product: 'designer.product',
  version: 'designer.version',
} as const satisfies Readonly<Record<(typeof names)[number], WordKey>>;

/** A number as it is being typed: what is no number yet is kept to the eye alone. */
function NumberInput({
  field,
  value,
  wrong,
  onChange,
}: {
  readonly field: Exclude<Field, { readonly is: 'choice' }>;
  readonly value: number;
  readonly wrong: boolean;
  readonly onChange: (value: number) => void;
}): ReactElement {
  const { text } = useWords();
  const id = useId();
  const [typed, setTyped] = useState(String(value));
  useEffect(() => setTyped((now) => (Number(now) === value && now !== '' ? now : String(value))), [value]);
  return (
    <div className="ask-row">
      <label htmlFor={id}>
        {wrong && (
          <span className="role-bad">
            <Glyph name="failed" />{' '}
          </span>
        )}
        {text(field.label)}
      </label>
      <input
        id={id}
        className="slider-exact ask-number"
        inputMode="decimal"
        aria-invalid={wrong}
        value={typed}
        onChange={(event) => {
          const now = event.currentTarget.value;
          setTyped(now);
          const read = Number(now);
          if (now.trim() !== '' && Number.isFinite(read)) onChange(read);
        }}
        onBlur={() => setTyped(String(value))}
        onKeyDown={(event) => {
          const by = event.code === 'ArrowUp' ? field.step : event.code === 'ArrowDown' ? -field.step : 0;
          if (by === 0) return;
          event.preventDefault();
          onChange(Math.round((value + by) * 1e6) / 1e6);
        }}
      />
    </div>
  );
}

/** The question, what is expected, and how people are found. Every change is in the address. */
export function QuestionForm({
  search,
  wrongField,
  onChange,
}: {
  readonly search: DesignSearch;
  readonly wrongField: string | null;
  readonly onChange: (next: DesignSearch) => void;
}): ReactElement {
  const { say, text } = useWords();
  const kind = kindOf(search);
  const values = valuesOf(search);
  const shown = fieldsShown(kind, values);
  const set = (name: string, value: string | number): void =>
    onChange({ ...search, step: undefined, values: { ...search.values, [name]: value } });
  const choose = (next: QuestionKind): void =>
    onChange({ ...search, question: next, step: undefined, values: undefined });
  return (
    <form className="ask" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{say('designer.question')}</legend>
        <NativeSelect
          aria-label={say('designer.question')}
          value={kind}
          onChange={(event) => {
            const next = questionKinds.find((one) => one === event.currentTarget.value);
            if (next !== undefined) choose(next);
          }}
          data={questionKinds.map((one) => ({ value: one, label: text(questionTitles[one]) }))}
        />
      </fieldset>
      {groups.map(({ title, holds }) => {
        const own = shown.filter(({ name }) => holds(name));
        if (own.length === 0) return null;
        return (
          <fieldset key={title}>
            <legend>{say(title)}</legend>
            {own.map((field) =>
              field.is === 'choice' ? (
                <NativeSelect
                  key={`${kind} ${field.name}`}
                  label={text(field.label)}
                  value={String(values[field.name])}
                  onChange={(event) => set(field.name, event.currentTarget.value)}
                  data={field.choices.map(({ value, label }) => ({ value, label: text(label) }))}
                />
              ) : (
                <NumberInput
                  key={`${kind} ${field.name}`}
                  field={field}
                  value={Number(values[field.name])}
                  wrong={wrongField === field.name}
                  onChange={(value) => set(field.name, value)}
                />
              ),
            )}
          </fieldset>
        );
      })}
      <fieldset>
        <legend>{say('designer.names')}</legend>
        {names.map((name) => (
          <TextInput
            key={name}
            label={say(nameWords[name])}
            value={search[name] ?? ''}
            onChange={(event) => onChange({ ...search, [name]: event.currentTarget.value || undefined })}
          />
        ))}
      </fieldset>
      <Button onClick={() => onChange({ question: search.question })}>{say('designer.reset')}</Button>
    </form>
  );
}
