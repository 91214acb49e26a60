import type { FactView, SectionView } from '@daero/api/schemas/adoption-parts';
import { formatDate } from '@daero/domain/format/date';
import type { Estimate } from '@daero/domain/estimate';
import { levelWords } from '@daero/domain/format/estimate';
import { formatMoney, formatMoneyExact } from '@daero/domain/format/money';
import { formatCount, formatNumber } from '@daero/domain/format/number';
import { formatFraction } from '@daero/domain/format/probability';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { shortHash, stateRole, type FigureState } from '../figure/figure-facts.ts';
import { Figure } from '../figure/figure.tsx';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Grounds } from '../pathway/grounds.tsx';

type Known = NonNullable<FactView['known']>;
type Quantity = Extract<Known['value'], { form: 'quantity' }>;

/** Sections of what a layer sees: question, answer, what kind of thing it is, and where it comes from. */
export function Facts({ sections }: { readonly sections: readonly SectionView[] }): ReactElement {
  const { say, text } = useWords();
  return (
    <div className="stack">
      {sections.map((section) => (
        <section key={section.id} className="fact-section">
          <h3>{text(section.name)}</h3>
          <div className="frame-x" tabIndex={0} role="group" aria-label={text(section.name)}>
            <table className="tbl fact-table">
              <caption className="sr">{text(section.name)}</caption>
              <thead>
                <tr>
                  <th scope="col">{say('fact.what')}</th>
                  <th scope="col">{say('fact.answer')}</th>
                  <th scope="col">{say('fact.state')}</th>
                  <th scope="col">{say('fact.source')}</th>
                </tr>
              </thead>
              <tbody>
                {section.facts.map((fact) => (
                  <FactRow key={fact.id} fact={fact} />
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </div>
  );
}

function FactRow({ fact }: { readonly fact: FactView }): ReactElement {
  const { say, text } = useWords();
  const { known, missing, name } = fact;
  return (
    <tr>
      <th scope="row">{text(name)}</th>
      <td>
        {known === null ? (
          <span className="quiet">— {missing === null ? '' : text(missing.name)}</span>
        ) : (
          <Value name={name} known={known} />
        )}
      </td>
      <td className="nowrap">
        {known === null ? (
          <span className="role-warn">
            <Glyph name="stale" /> {say('fact.missing')}
          </span>
        ) : (
          <StateWord known={known} />
        )}
      </td>
      <td>{known !== null && <Source known={known} />}</td>
    </tr>
  );
}

const figureState: Readonly<Record<Known['state'], FigureState | null>> = {
  observed: 'observed',
  estimate: 'estimate',
  assumption: 'assumption',
  stated: null,
};

function StateWord({ known }: { readonly known: Known }): ReactElement {
  const { say } = useWords();
  const state = figureState[known.state];
  return state === null ? (
    <span className="quiet">
      <Glyph name="paper" /> {say('fact.stated')}
    </span>
  ) : (
    <span className={stateRole[state]}>
      <Glyph name={state} /> {say(`state.${state}`)}
    </span>
  );
}

function Value({ name, known }: { readonly name: FactView['name']; readonly known: Known }): ReactElement {
  const { text } = useWords();
  const { value, claim } = known;
  if (claim !== null) return <ClaimWords claim={claim} />;
  switch (value.form) {
    case 'text':
      return <span>{text(value.text)}</span>;
    case 'list':
      return <span>{value.items.map(text).join(' · ')}</span>;
    case 'quantity':
      return <Amount name={name} known={known} value={value} />;
  }
}

/** A claim with its printed numbers; each leads to the estimate that it is bound to. */
function ClaimWords({ claim }: { readonly claim: NonNullable<Known['claim']> }): ReactElement {
  const { language } = useWords();
  return (
    <span>
      {claim[language].map((part, at) =>
        'words' in part ? (
          <span key={at}>{part.words}</span>
        ) : (
          <Link key={at} to="/n/$hash" params={{ hash: part.node }} className="claim-number">
            {part.shown ?? '—'}
          </Link>
        ),
      )}
    </span>
  );
}

const units: readonly string[] = ['probability', 'auc', 'ratio', 'logit', 'QALY', 'KRW per QALY', 'score'];
const isUnit = (unit: string): unit is Estimate['unit'] => units.includes(unit);

function Amount({
  name,
  known,
  value,
}: {
  readonly name: FactView['name'];
  readonly known: Known;
  readonly value: Quantity;
}): ReactElement {
  const { language, say, text } = useWords();
  const state = figureState[known.state];
  const { unit, n } = value;
  if (known.source.is === 'chain' && state !== null && isUnit(unit))
    return (
      <>
        <Figure
          bare
          facts={{
            ...{
              label: name,
              value: value.value,
              low: value.low,
              high: value.high,
              level: value.level ?? 0.95,
            },
            ...{ unit, n, state, condition: { is: 'ready' }, node: known.source.node },
          }}
        />{' '}
        <span className="quiet t-dense nowrap">
          {value.level !== null && `${levelWords(value.level, language)} · `}
          {n !== null && say('room.n', { n: formatCount(n) })}
        </span>
      </>
    );
  const krw = { amount: value.value, currency: 'KRW' } as const;
  const print = (x: number): string =>
    unit === 'share' || unit === 'probability'
      ? formatFraction(x)
      : unit === 'KRW'
        ? formatMoney({ amount: x, currency: 'KRW' }, language)
        : Number.isInteger(x)
          ? formatCount(x)
          : formatNumber(x, 1);
  return (
    <span className="nowrap" title={unit === 'KRW' ? formatMoneyExact(krw, language) : undefined}>
      <span className="strong">{print(value.value)}</span>
      {unit !== 'share' && unit !== 'KRW' && ` ${text(value.unitName)}`}
      {value.range === 'quartiles' && value.low !== null && value.high !== null && (
        <span className="quiet">
          {' '}
          ({say('fact.quartiles', { low: print(value.low), high: print(value.high) })})
        </span>
      )}
      {n !== null && <span className="quiet"> {say('room.n', { n: formatCount(n) })}</span>}
    </span>
  );
}

function Source({ known }: { readonly known: Known }): ReactElement {
  const { language, say } = useWords();
  const { source, claim } = known;
  switch (source.is) {
    case 'chain':
      return (
        <Link to="/n/$hash" params={{ hash: source.node }} className="hash">
          {claim === null ? shortHash(source.node) : say('fact.claim')}
        </Link>
      );
    case 'file':
      return (
        <Link to="/projects/$project/model" params={{ project: source.project }}>
          {say('room.fileOf', { project: source.project, file: source.file })}
        </Link>
      );
    case 'event':
      return (
        <span>
          {say('fact.event')} <span className="hash faint">{source.eventId.slice(-8)}</span>
        </span>
      );
    case 'measured':
      return (
        <span>
          {say('fact.measured', {
            from: source.from === null ? '—' : formatDate(source.from, language),
            to: formatDate(source.to, language),
          })}
        </span>
      );
    case 'paper':
      return (
        <span lang={/[가-힣]/.test(source.reference) ? 'ko' : 'en'} translate="no">
          {source.reference}
        </span>
      );
    case 'rule':
      return <Grounds grounds={source.grounds} />;
  }
}
