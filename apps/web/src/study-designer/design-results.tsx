import type { DesignView } from '@daero/api/schemas/design';
import { formatNumber, trimZeros } from '@daero/domain/format/number';
import { formatCount } from '@daero/domain/format/number';
import { SegmentedControl } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Figure } from '../figure/figure.tsx';
import type { FigureFacts } from '../figure/figure-facts.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { PlotFrame } from '../plot/plot-frame.tsx';
import { words } from '../words.ts';

type Step = DesignView['steps'][number];

const factsOf = (label: FigureFacts['label'], value: number, steps: readonly Step[]): FigureFacts => ({
  label,
  value,
  low: null,
  high: null,
  level: 0.95,
  unit: 'count',
  n: null,
  state: 'assumption',
  condition: { is: 'ready' },
  node: null,
  definition: words['designer.definition'],
  ...(steps[0] === undefined ? {} : { method: steps[0].formula }),
  source: [...new Set(steps.map(({ source }) => source))].join('; '),
});

/** The numbers that decide, first among all. */
export function Numbers({ design }: { readonly design: DesignView }): ReactElement {
  const { say, text } = useWords();
  return (
    <dl className="page-figures designer-numbers" aria-label={say('designer.numbers')}>
      {design.numbers.map(({ id, label, value, unit }, at) => (
        <div key={id}>
          <dt>
            {text(label)} ({text(unit)})
          </dt>
          <dd>
            <Figure facts={factsOf(label, value, design.steps)} size={at === 0 ? 'key' : 'panel'} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const Part = ({
  id,
  title,
  side,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly side?: ReactNode;
  readonly children: ReactNode;
}): ReactElement => (
  <section className="designer-part" aria-labelledby={id}>
    <div className="row spread">
      <h2 id={id} className="t-section">
        {title}
      </h2>
      {side}
    </div>
    {children}
  </section>
);

const Frame = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement => (
  <div className="panel frame-x" tabIndex={0} role="group" aria-label={name}>
    <table className="tbl designer-table">
      <caption className="sr">{name}</caption>
      {children}
    </table>
  </div>
);

function Curve({
  design,
  chosen,
  computing,
  onStep,
}: {
  readonly design: DesignView;
  readonly chosen: string | undefined;
  readonly computing: boolean;
  readonly onStep: (id: string) => void;
}): ReactElement | null {
  const { say, text } = useWords();
  const at = Math.max(
    0,
    design.steps.findIndex(({ id }) => id === chosen),
  );
  const [curve, step] = [design.curves[at], design.steps[at]];
  if (curve === undefined || step === undefined) return null;
  return (
    <Part
      id="curve"
      title={say('designer.curve')}
      side={
        design.steps.length > 1 && (
          <SegmentedControl
            aria-label={say('designer.step')}
            value={step.id}
            onChange={onStep}
            data={design.steps.map(({ id, label }) => ({ value: id, label: text(label) }))}
          />
        )
      }
    >
      <PlotFrame shape={curve} node={null} demonstration={false} computing={computing} />
    </Part>
  );
}

const round = (value: number): string => trimZeros(formatNumber(value, 3));

function Steps({ design }: { readonly design: DesignView }): ReactElement {
  const { say, text } = useWords();
  const assumptions = new Map(design.steps.flatMap((step) => step.assumptions.map((one) => [one.en, one])));
  return (
    <Part id="steps" title={say('designer.steps')}>
      <Frame name={say('designer.steps')}>
        <thead>
          <tr>
            <th scope="col">{say('designer.step')}</th>
            <th scope="col" className="num">
              {say('designer.needed')}
            </th>
            <th scope="col" className="num">
              {say('designer.recruited')}
            </th>
            <th scope="col">{say('designer.target')}</th>
            <th scope="col">{say('designer.formula')}</th>
          </tr>
        </thead>
        <tbody>
          {design.steps.map((step) => (
            <tr key={step.id}>
              <th scope="row">
                {text(step.label)}
                <span className="quiet designer-under">{text(step.unit)}</span>
              </th>
              <td className="num">
                {formatCount(step.needed)}
                {step.effect > 1 && (
                  <span className="quiet designer-under">
                    {say('designer.effect', { effect: round(step.effect) })}
                  </span>
                )}
              </td>
              <td className="num">{formatCount(step.recruited)}</td>
              <td className="nowrap">
                {say(`designer.${step.reads}`)} {round(step.target)} → {round(step.reached)}
              </td>
              <td>
                {text(step.formula)}
                <span lang="en" className="quiet designer-under">
                  {step.source}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </Frame>
      <p className="t-dense quiet">
        <span className="role-assumption nowrap">
          <Glyph name="assumption" /> {say('designer.assumptions')}
        </span>{' '}
        {[...assumptions.values()].map(text).join(' · ')}
      </p>
    </Part>
  );
}

function Analyses({ design }: { readonly design: DesignView }): ReactElement {
  const { say, text } = useWords();
  return (
    <Part id="analyses" title={say('designer.analyses')}>
      <Frame name={say('designer.analyses')}>
        <thead>
          <tr>
            <th scope="col">{say('designer.analysis')}</th>
            <th scope="col">{say('designer.role')}</th>
            <th scope="col">{say('designer.method')}</th>
            <th scope="col">{say('designer.settings')}</th>
          </tr>
        </thead>
        <tbody>
          {design.analyses.map(({ id, title, role, method, settings }) => (
            <tr key={id}>
              <th scope="row">{text(title)}</th>
              <td className="nowrap">{say(`designer.role.${role}`)}</td>
              <td className="nowrap">
                <code>{method}</code>
              </td>
              <td className="quiet">
                <code className="designer-settings">{text(settings)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </Frame>
    </Part>
  );
}

const standing = {
  filled: { role: 'role-ok', glyph: 'observed' },
  open: { role: 'role-warn', glyph: 'none' },
  later: { role: 'role-quiet', glyph: 'pause' },
} as const;

function Checklist({
  design,
  chosen,
  onChecklist,
}: {
  readonly design: DesignView;
  readonly chosen: string | undefined;
  readonly onChecklist: (id: string) => void;
}): ReactElement | null {
  const { say, text } = useWords();
  const list = design.checklists.find(({ id }) => id === chosen) ?? design.checklists[0];
  if (list === undefined) return null;
  return (
    <Part
      id="checklist"
      title={say('designer.checklist')}
      side={
        <SegmentedControl
          aria-label={say('designer.checklist')}
          value={list.id}
          onChange={onChecklist}
          data={design.checklists.map(({ id, title }) => ({ value: id, label: title }))}
        />
      }
    >
      <p className="t-dense">
        {say('designer.counts', list.counts)}
        <span className="quiet designer-under">
          {text(list.note)} <span lang="en">{list.source}</span>
        </span>
      </p>
      <Frame name={list.title}>
        <thead>
          <tr>
            <th scope="col">{say('designer.item')}</th>
            <th scope="col">{say('designer.about')}</th>
            <th scope="col">{say('designer.standing')}</th>
            <th scope="col">{say('designer.answer')}</th>
          </tr>
        </thead>
        <tbody>
          {list.items.map(({ item, about, state, text: answer }) => (
            <tr key={item}>
              <th scope="row" className="nowrap">
                {item}
              </th>
              <td>{text(about)}</td>
              <td className={`nowrap ${standing[state].role}`}>
                <Glyph name={standing[state].glyph} /> {say(`designer.${state}`)}
              </td>
              <td className={state === 'filled' ? '' : 'quiet'}>{answer === null ? '—' : text(answer)}</td>
            </tr>
          ))}
        </tbody>
      </Frame>
    </Part>
  );
}

/** Everything below the numbers: what is claimed, the curve, the grounds, the analyses, the checklist, and what locking means. */
export function DesignResults({
  design,
  step,
  checklist,
  computing,
  onStep,
  onChecklist,
}: {
  readonly design: DesignView;
  readonly step: string | undefined;
  readonly checklist: string | undefined;
  readonly computing: boolean;
  readonly onStep: (id: string) => void;
  readonly onChecklist: (id: string) => void;
}): ReactElement {
  const { say, text } = useWords();
  return (
    <>
      <Part id="hypotheses" title={say('designer.hypotheses')}>
        <ul className="designer-list">
          {design.hypotheses.map((one) => (
            <li key={one.en}>{text(one)}</li>
          ))}
        </ul>
        {design.notes.map((note) => (
          <p key={note.en} className="t-dense">
            <span className="role-warn nowrap">
              <Glyph name="stale" /> {say('designer.notes')}
            </span>{' '}
            {text(note)}
          </p>
        ))}
      </Part>
      <Curve design={design} chosen={step} computing={computing} onStep={onStep} />
      <Steps design={design} />
      <Analyses design={design} />
      <Checklist design={design} chosen={checklist} onChecklist={onChecklist} />
      <Part id="lock" title={say('designer.lock')}>
        <p>
          <Glyph name="seal" /> {say('designer.lockWhat')}
        </p>
        <p className="quiet">
          {say('designer.lockHow')} <code>daero lock . --by</code>
        </p>
      </Part>
    </>
  );
}
