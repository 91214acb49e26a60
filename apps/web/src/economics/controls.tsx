import { Button } from '@mantine/core';
import { useMemo, type ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { LiveSlider, type Slide } from '../parts/live-slider.tsx';
import { announce } from '../shell/announce.ts';
import type { Computed } from './engine.ts';
import { held, type ModelSearch } from './model-search.ts';
import { slidesOf } from './slides.ts';

const shownFirst = 6;
const nothing = {};

/** Willingness to pay, then the parameters that move the result most. Nothing here is stored. */
export function Controls({
  base,
  search,
  onChange,
}: {
  readonly base: Computed;
  readonly search: ModelSearch;
  readonly onChange: (next: ModelSearch) => void;
}): ReactElement {
  const { language, say } = useWords();
  const set = search.set ?? nothing;
  const slides = useMemo(() => slidesOf(base, set, language), [base, set, language]);
  const shown = slides.filter(({ name }, at) => search.all === true || at < shownFirst || name in set);
  const changed = Object.keys(set).length + (search.at === undefined ? 0 : 1);
  const copy = (): void => {
    navigator.clipboard.writeText(location.href).then(
      () => announce(say('model.copied')),
      () => announce(say('model.copyFailed')),
    );
  };
  return (
    <section className="model-controls" aria-labelledby="model-controls">
      <h2 id="model-controls" className="t-section">
        {say('model.controls')}
      </h2>
      <Willingness base={base} search={search} onChange={onChange} />
      <p className="t-dense quiet">{say('model.sorted')}</p>
      {shown.map(({ name, slide, by }) => (
        <div key={name} className="model-slide">
          <LiveSlider
            slide={slide}
            onMove={(value) =>
              onChange({ ...search, set: held(search.set, name, value === slide.base ? null : value * by) })
            }
          />
          {name in set && <NotInChain />}
        </div>
      ))}
      {slides.length > shownFirst && (
        <Button
          variant="subtle"
          onClick={() => onChange({ ...search, all: search.all === true ? undefined : true })}
        >
          {search.all === true ? say('model.fewer') : say('model.more', { n: slides.length - shown.length })}
        </Button>
      )}
      {changed > 0 && (
        <div className="model-scenario">
          <p className="t-dense">{say('model.scenario', { n: changed })}</p>
          <p className="row">
            <Button onClick={() => onChange({ ...search, set: undefined, at: undefined })}>
              {say('model.undoAll')}
            </Button>
            <Button variant="subtle" leftSection={<Glyph name="link" />} onClick={copy}>
              {say('model.copyLink')}
            </Button>
          </p>
        </div>
      )}
    </section>
  );
}

export const NotInChain = (): ReactElement => {
  const { say } = useWords();
  return (
    <span className="t-dense role-assumption">
      <Glyph name="assumption" /> {say('model.notInChain')}
    </span>
  );
};

function Willingness({
  base,
  search,
  onChange,
}: {
  readonly base: Computed;
  readonly search: ModelSearch;
  readonly onChange: (next: ModelSearch) => void;
}): ReactElement {
  const { language, say } = useWords();
  const { from, to, stated } = base.willingness;
  const [by, unit] = language === 'ko' ? [1e4, '만 원'] : [1e6, 'KRW m'];
  const slide: Slide = {
    label: say('model.willingness'),
    unit,
    value: (search.at ?? stated) / by,
    base: stated / by,
    from: from / by,
    to: to / by,
    step: Math.max((to - from) / by / 50, 1 / by),
    plausible: { low: from / by, high: to / by },
  };
  return (
    <div className="model-slide">
      <LiveSlider
        slide={slide}
        onMove={(value) =>
          onChange({ ...search, at: value === slide.base || value < 0 ? undefined : value * by })
        }
      />
      <span className="t-dense quiet">{say('model.range')}</span>
    </div>
  );
}
