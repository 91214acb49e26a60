import type { PurchaseView } from '@daero/api/schemas/adoption-purchase';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useWords } from '../i18n.ts';
import { ActPanel, asDay } from './act.tsx';
import { purchaseChange, type Field, type Step } from './purchase-change.ts';

/** The fields that each step asks; the server checks what they hold. */
const fieldsOf: Readonly<Record<Step, readonly Field[]>> = {
  opened: ['need', 'buyer', 'budget', 'uses', 'years', 'holders'],
  'criteria-set': ['criteriaLines', 'reviewerIds'],
  offered: ['vendor', 'version', 'form', 'perUse', 'leastPerYear', 'perYear'],
  scored: ['offer', 'criterion', 'points'],
  'conflict-declared': ['reviewerIds', 'offer'],
  awarded: ['offer', 'method', 'whyNotFirst'],
  contracted: ['reference', 'fromOn', 'toOn', 'exit'],
  renewed: ['reference', 'toOn'],
  cancelled: [],
};

/** What may come next, as far as the purchase has got. */
function stepsOf({ purchase }: PurchaseView): readonly Step[] {
  if (purchase === null) return ['opened'];
  if (purchase.contract !== null) return ['renewed'];
  if (purchase.award !== null) return ['contracted', 'cancelled'];
  if (purchase.criteria.length === 0) return ['criteria-set', 'cancelled'];
  return purchase.offers.length === 0
    ? ['offered', 'cancelled']
    : ['scored', 'offered', 'conflict-declared', 'awarded', 'cancelled'];
}

export function PurchasePanel({
  found,
  onClose,
}: {
  readonly found: PurchaseView;
  readonly onClose: () => void;
}): ReactElement {
  const { say, text } = useWords();
  const steps = stepsOf(found);
  const [step, setStep] = useState<Step>(steps[0] ?? 'opened');
  const [values, setValues] = useState<Partial<Readonly<Record<Field, string>>>>({});
  const { purchase } = found;
  const choices: Partial<Readonly<Record<Field, readonly { value: string; label: string }[]>>> = {
    buyer: found.buyers.map(({ id, name }) => ({ value: id, label: text(name) })),
    form: (['per-use', 'licence'] as const).map((value) => ({ value, label: say(`buy.form.${value}`) })),
    offer: (purchase?.offers ?? []).map(({ id, vendor }) => ({ value: id, label: vendor })),
    criterion: (purchase?.criteria ?? []).map(({ id, name }) => ({ value: id, label: text(name) })),
    method: found.rules.map(({ method }) => ({ value: method.id, label: text(method.name) })),
  };
  const form = values.form ?? 'per-use';
  const hidden: readonly Field[] = form === 'per-use' ? ['perYear'] : ['perUse', 'leastPerYear'];
  const fields = fieldsOf[step].filter((field) => !(step === 'offered' && hidden.includes(field)));
  const valueOf = (field: Field): string => values[field] ?? choices[field]?.[0]?.value ?? '';
  const set = (field: Field, value: string): void => setValues({ ...values, [field]: value });
  return (
    <ActPanel
      title={say('buy.record')}
      place={{
        path: `/api/adoptions/${encodeURIComponent(found.id)}/purchase/events`,
        version: purchase?.version ?? 0,
        asOf: found.asOf,
      }}
      change={purchaseChange(step, valueOf, found)}
      means={say('buy.means')}
      onClose={onClose}
    >
      <NativeSelect
        label={say('buy.do')}
        value={step}
        onChange={(event) => setStep(steps.find((one) => one === event.currentTarget.value) ?? step)}
        data={steps.map((one) => ({ value: one, label: say(`buy.do.${one}`) }))}
      />
      {fields.map((field) => {
        const given = choices[field];
        const shared = { label: say(`buy.${field}`), value: valueOf(field) };
        if (given !== undefined)
          return (
            <NativeSelect
              key={field}
              {...shared}
              data={[...given]}
              onChange={(event) => set(field, event.currentTarget.value)}
            />
          );
        if (field === 'criteriaLines')
          return (
            <Textarea
              key={field}
              {...shared}
              required
              autosize
              minRows={3}
              onChange={(event) => set(field, event.currentTarget.value)}
            />
          );
        return (
          <TextInput
            key={field}
            {...shared}
            {...(field === 'fromOn' || field === 'toOn' ? asDay : {})}
            required={field !== 'whyNotFirst'}
            onChange={(event) => set(field, event.currentTarget.value)}
          />
        );
      })}
    </ActPanel>
  );
}
