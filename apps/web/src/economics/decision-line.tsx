import { formatMoney } from '@daero/domain/format/money';
import { formatCount } from '@daero/domain/format/number';
import type { ReactElement } from 'react';
import { Figure } from '../figure/figure.tsx';
import type { FigureState } from '../figure/figure-facts.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import type { Computed } from './engine.ts';
import { comparedFirst, estimateOf, factsOf, type Quantity } from './result-figures.ts';
import type { Live } from './use-live-model.ts';

const told = [
  'incremental-cost',
  'incremental-qaly',
  'icer',
  'probability-cost-effective',
] as const satisfies readonly Quantity[];

/** Cost, effect, their ratio or why there is none, how sure, and what drives it: always in sight. */
export function DecisionLine({
  live,
  computed,
  state,
  node,
}: {
  readonly live: Live;
  readonly computed: Computed;
  readonly state: FigureState;
  readonly node: string | null;
}): ReactElement {
  const { language, say, text } = useWords();
  const compared = comparedFirst(computed);
  const reference = computed.output.strategies.find(({ name }) => name === computed.reference);
  const at = formatMoney(
    { amount: computed.willingness.stated, currency: 'KRW', priceYear: computed.priceYear },
    language,
  );
  const driver = driverOf(computed);
  return (
    <div className={`panel model-decision ${live.isCurrent ? '' : 'model-behind'}`}>
      <p className="row spread t-dense">
        <span className="strong">
          {compared !== null &&
            reference !== undefined &&
            say('model.against', { name: text(compared.label), reference: text(reference.label) })}
        </span>
        <Progress live={live} computed={computed} />
      </p>
      <dl className="page-figures model-numbers" aria-label={say('model.decision')}>
        {told.map((quantity) => {
          const estimate = estimateOf(computed, quantity);
          const name = quantity === 'icer' ? say('model.icer') : null;
          if (estimate === null)
            return quantity === 'icer' ? (
              <div key={quantity} className="model-no-ratio">
                <dt>{name}</dt>
                <dd>
                  {computed.warnings.slice(0, 1).map((warning) => (
                    <span key={warning.en} className="t-dense">
                      — {text(warning)}
                    </span>
                  ))}
                </dd>
              </div>
            ) : null;
          const facts = factsOf(estimate, quantity, { state, node, at });
          return (
            <div key={quantity}>
              <dt>{text(facts.label)}</dt>
              <dd>
                <Figure facts={facts} size="panel" />
              </dd>
            </div>
          );
        })}
      </dl>
      {driver !== null && <p className="t-dense">{say('model.driver', { parameter: text(driver) })}</p>}
    </div>
  );
}

/** The parameter whose range moves net benefit most. */
function driverOf({ output }: Computed) {
  const bars = output.shapes.flatMap((shape) => (shape.shape === 'tornado' ? shape.bars : []));
  const [widest] = [...bars].sort((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow));
  return widest?.parameter ?? null;
}

function Progress({ live, computed }: { readonly live: Live; readonly computed: Computed }): ReactElement {
  const { say } = useWords();
  const draws = formatCount(computed.draws);
  if (!live.isCurrent)
    return (
      <span className="role-accent nowrap">
        <Glyph name="computing" /> {say('model.computing')}
      </span>
    );
  return live.refining ? (
    <span className="role-accent nowrap" data-milliseconds={live.milliseconds?.toFixed(0)}>
      <Glyph name="computing" /> {say('model.quick', { draws, ms: (live.milliseconds ?? 0).toFixed(0) })}
    </span>
  ) : (
    <span className="quiet nowrap" data-milliseconds={live.milliseconds?.toFixed(0)}>
      {say('model.refined', { draws })}
    </span>
  );
}
