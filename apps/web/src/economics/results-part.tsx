import { formatMoney, formatMoneyExact } from '@daero/domain/format/money';
import { formatNumber } from '@daero/domain/format/number';
import type { Shape } from '@daero/domain/shape';
import type { ReactElement } from 'react';
import { useWords } from '../i18n.ts';
import { Glyph } from '../figure/glyph.tsx';
import { PlotFrame } from '../plot/plot-frame.tsx';
import type { Computed } from './engine.ts';
import { Part, TableFrame } from './part.tsx';

const plotted: readonly Shape['shape'][] = [
  'cost-effectiveness-plane',
  'acceptability',
  'tornado',
  'value-of-information',
  'cohort-trace',
];

/** The strategies in a table, then every plot of the results. */
export function ResultsPart({
  computed,
  node,
  computing,
  demonstration,
  peopleAYear,
}: {
  readonly computed: Computed;
  readonly node: string | null;
  readonly computing: boolean;
  readonly demonstration: boolean;
  /** Decisions a year, where a budget beside the model counts them. */
  readonly peopleAYear: number | null;
}): ReactElement {
  const { say, text } = useWords();
  const shapes = plotted.flatMap((kind) => computed.output.shapes.filter(({ shape }) => shape === kind));
  return (
    <>
      <Strategies computed={computed} />
      {computed.warnings.length > 0 && (
        <ul className="model-warnings t-dense">
          {computed.warnings.map((warning) => (
            <li key={warning.en}>
              <span className="role-warn">
                <Glyph name="stale" />
              </span>{' '}
              {text(warning)}
            </li>
          ))}
        </ul>
      )}
      <Part id="model-plots" title={say('model.plots')}>
        <div className="plots">
          {shapes.map((shape) => (
            <PlotFrame
              key={`${shape.shape} ${shape.label.en} ${'comparison' in shape ? shape.comparison.en : ''}`}
              shape={withDecisions(shape, peopleAYear)}
              node={node}
              computing={computing}
              demonstration={demonstration}
            />
          ))}
        </div>
      </Part>
    </>
  );
}

const withDecisions = (shape: Shape, peopleAYear: number | null): Shape =>
  shape.shape === 'value-of-information' && peopleAYear !== null
    ? { ...shape, decisionsPerYear: Math.round(peopleAYear) }
    : shape;

function Strategies({ computed }: { readonly computed: Computed }): ReactElement {
  const { language, say, text } = useWords();
  const { output, reference, willingness, priceYear } = computed;
  const money = (amount: number): string => formatMoney({ amount, currency: 'KRW', priceYear }, language);
  const exact = (amount: number): string =>
    formatMoneyExact({ amount, currency: 'KRW', priceYear }, language);
  return (
    <Part id="model-strategies" title={say('model.strategies')}>
      <TableFrame name={say('model.strategies')}>
        <thead>
          <tr>
            <th scope="col">{say('model.strategy')}</th>
            <th scope="col" className="num">
              {say('model.cost')}
            </th>
            <th scope="col" className="num">
              {say('model.qaly')}
            </th>
            <th scope="col" className="num">
              {say('model.netBenefit', { at: money(willingness.stated) })}
            </th>
            <th scope="col">{say('model.status')}</th>
          </tr>
        </thead>
        <tbody>
          {output.strategies.map(({ name, label, cost, qaly, netBenefit, status }) => (
            <tr key={name}>
              <th scope="row">
                {text(label)}{' '}
                {name === reference && <span className="quiet t-dense">({say('model.reference')})</span>}
              </th>
              <td className="num">{exact(cost)}</td>
              <td className="num">{formatNumber(qaly, 4)}</td>
              <td className="num">{exact(netBenefit)}</td>
              <td className="quiet">{say(`model.status.${status}`)}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
      <p className="t-dense quiet">{say('model.baseCase')}</p>
    </Part>
  );
}
