import { Button } from '@mantine/core';
import { useId, type ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import './parts.css';

export type Slide = {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly base: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly plausible: { readonly low: number; readonly high: number };
};

/** A parameter moved by hand. It never writes; a value out of range is shown and said, not clipped. */
export function LiveSlider({
  slide,
  onMove,
}: {
  readonly slide: Slide;
  readonly onMove: (value: number) => void;
}): ReactElement {
  const { say } = useWords();
  const id = useId();
  const share = (at: number): string =>
    `${Math.min(100, Math.max(0, (100 * (at - slide.from)) / (slide.to - slide.from)))}%`;
  const { low, high } = slide.plausible;
  const outside = slide.value < low || slide.value > high;
  const changed = slide.value !== slide.base;
  return (
    <div className="slider">
      <p className="row spread">
        <label htmlFor={id} className="strong">
          {slide.label}
        </label>
        <span className="row">
          <input
            className="slider-exact"
            type="number"
            step={slide.step}
            value={slide.value}
            aria-label={slide.label}
            onChange={(event) => {
              const value = event.currentTarget.valueAsNumber;
              if (Number.isFinite(value)) onMove(value);
            }}
          />
          <span className="quiet">{slide.unit}</span>
        </span>
      </p>
      <div className="slider-track">
        <span
          className="slider-band"
          style={{ insetInlineStart: share(low), insetInlineEnd: `calc(100% - ${share(high)})` }}
        />
        <span className="slider-base" style={{ insetInlineStart: share(slide.base) }} />
        <input
          id={id}
          type="range"
          min={slide.from}
          max={slide.to}
          step={slide.step}
          value={slide.value}
          onChange={(event) => onMove(event.currentTarget.valueAsNumber)}
        />
      </div>
      <p className="row spread t-dense">
        {outside ? (
          <span className="role-warn">
            <Glyph name="stale" /> {say('slider.outside', { low, high })}
          </span>
        ) : (
          <span className="quiet">{say('slider.plausible', { low, high })}</span>
        )}
        <span className="row">
          <span className="quiet">{say('slider.base', { value: slide.base })}</span>
          <Button variant="subtle" disabled={!changed} onClick={() => onMove(slide.base)}>
            {say('slider.reset')}
          </Button>
        </span>
      </p>
    </div>
  );
}
