import type { EconomicModelView } from '@daero/api/schemas/model';
import { formatInstant } from '@daero/domain/format/date';
import { formatMoney } from '@daero/domain/format/money';
import { instant } from '@daero/domain/time';
import { useMemo, type ReactElement, type ReactNode } from 'react';
import { printWhole, type FigureState } from '../figure/figure-facts.ts';
import { useWords } from '../i18n.ts';
import { Empty } from '../parts/blank.tsx';
import { changesBetween, statedOf, type ChangedParameter } from './compare.ts';
import type { Computed, Said } from './engine.ts';
import { Part, TableFrame } from './part.tsx';
import { estimateOf, factsOf, type Quantity } from './result-figures.ts';

const compared = [
  'incremental-cost',
  'incremental-qaly',
  'icer',
  'net-benefit',
  'probability-cost-effective',
] as const satisfies readonly Quantity[];

/** The model as it was locked, as it stands, and as it is changed on this page: which parameters, which results. */
export function VersionsPart({
  view,
  base,
  shown,
  locked,
  set,
}: {
  readonly view: EconomicModelView;
  readonly base: Computed;
  /** Null where nothing is changed here. */
  readonly shown: Computed | null;
  readonly locked: { readonly computed: Computed | null; readonly trouble: Said | null };
  readonly set: Readonly<Record<string, number>>;
}): ReactElement {
  const { language, say, text } = useWords();
  const changes = useMemo(
    () => (view.locked === null ? null : changesBetween(view.locked.model, view.model)),
    [view],
  );
  const bySet: readonly ChangedParameter[] = base.output.parameters
    .filter(({ name }) => name in set && changes?.parameters.every((one) => one.name !== name) !== false)
    .map(({ name, label }) => {
      const definition = definitionOf(view, name);
      return { name, label, before: definition, after: definition };
    });
  const money = (amount: number): string =>
    formatMoney({ amount, currency: 'KRW', priceYear: base.priceYear }, language);
  const stated = [base.willingness.stated, shown?.willingness.stated ?? base.willingness.stated];
  const at = [...new Set(stated)].map(money).join(' → ');
  const rows = [...(changes?.parameters ?? []), ...bySet];
  return (
    <>
      {view.locked === null ? (
        <Empty what={say('model.notLocked')} why={say('model.notLockedWhy')} />
      ) : (
        <p>
          {say('model.locked', { at: formatInstant(instant(view.locked.at), language), by: view.locked.by })}{' '}
          <span className="hash faint">{view.locked.hash.slice(0, 8)}</span>
        </p>
      )}
      <Part id="model-changed" title={say('model.changedParameters')}>
        {rows.length === 0 ? (
          <p className="quiet">{say(view.locked === null ? 'model.nothingSet' : 'model.nothingChanged')}</p>
        ) : (
          <TableFrame name={say('model.changedParameters')}>
            <Head
              first={say('model.parameter')}
              locked={view.locked !== null}
              shown={shown !== null}
              figures={false}
            />
            <tbody>
              {rows.map(({ name, label, before, after }) => (
                <tr key={name}>
                  <th scope="row">
                    {text(label)} <span className="hash faint">{name}</span>
                  </th>
                  {view.locked !== null && <Stated of={statedOf(before)} />}
                  <Stated of={statedOf(after)} />
                  {shown !== null && (
                    <td>{name in set && <code className="role-assumption">{set[name]}</code>}</td>
                  )}
                </tr>
              ))}
            </tbody>
          </TableFrame>
        )}
        {changes !== null && changes.parts.length > 0 && (
          <p className="t-dense">
            {say('model.changedParts', { parts: '' })}
            <code>{changes.parts.join(', ')}</code>
          </p>
        )}
      </Part>
      <Part id="model-changed-results" title={say('model.changedResults')}>
        {locked.trouble !== null && (
          <p className="role-warn">{say('model.lockedFails', { why: text(locked.trouble.said) })}</p>
        )}
        <TableFrame name={say('model.changedResults')}>
          <Head first={say('model.result')} locked={view.locked !== null} shown={shown !== null} figures />
          <tbody>
            {compared.map((quantity) => (
              <tr key={quantity}>
                <th scope="row">{say(resultName[quantity], { at })}</th>
                {view.locked !== null && <Printed computed={locked.computed} quantity={quantity} />}
                <Printed computed={base} quantity={quantity} />
                {shown !== null && <Printed computed={shown} quantity={quantity} state="assumption" />}
              </tr>
            ))}
          </tbody>
        </TableFrame>
      </Part>
    </>
  );
}

const resultName = {
  'incremental-cost': 'model.incrementalCost',
  'incremental-qaly': 'model.incrementalQaly',
  icer: 'model.icer',
  'net-benefit': 'model.netBenefit',
  'probability-cost-effective': 'model.probability',
} as const;

function definitionOf({ model }: EconomicModelView, name: string) {
  const { parameters } = model as { readonly parameters?: readonly { readonly name?: unknown }[] };
  return (parameters?.find((one) => one.name === name) ?? null) as ChangedParameter['before'];
}

const Head = ({
  first,
  locked,
  shown,
  figures,
}: {
  readonly first: string;
  readonly locked: boolean;
  readonly shown: boolean;
  readonly figures: boolean;
}): ReactElement => {
  const { say } = useWords();
  const column = (name: ReactNode): ReactElement => (
    <th scope="col" className={figures ? 'num' : ''}>
      {name}
    </th>
  );
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {locked && column(say('model.column.locked'))}
        {column(say('model.column.working'))}
        {shown && column(<span className="role-assumption">{say('model.column.view')}</span>)}
      </tr>
    </thead>
  );
};

const Stated = ({ of }: { readonly of: string | null }): ReactElement => {
  const { say } = useWords();
  return <td>{of === null ? <span className="quiet">{say('model.absent')}</span> : <code>{of}</code>}</td>;
};

function Printed({
  computed,
  quantity,
  state = 'estimate',
}: {
  readonly computed: Computed | null;
  readonly quantity: Quantity;
  readonly state?: FigureState;
}): ReactElement {
  const { language } = useWords();
  const estimate = computed === null ? null : estimateOf(computed, quantity);
  return (
    <td className="num">
      {estimate === null
        ? '—'
        : printWhole(factsOf(estimate, quantity, { state, node: null, at: '' }), language)}
    </td>
  );
}
