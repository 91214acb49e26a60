import type { ReactElement } from 'react';
import { useComputedColorScheme } from '@mantine/core';
import { contrast } from '../../design/contrast.ts';
import {
  diverging,
  grounds,
  inks,
  modes,
  radii,
  roleNames,
  roles,
  sequential,
  series,
  spaces,
} from '../../design/tokens.ts';
import { Glyph, glyphNames, type GlyphName } from '../../figure/glyph.tsx';
import { useWords } from '../../i18n.ts';

const ratio = (one: string, other: string): string => contrast(one, other).toFixed(1);

export function Colours(): ReactElement {
  const { say } = useWords();
  const scheme = useComputedColorScheme('light');
  const [surface, canvas] = [grounds.surface[scheme], grounds.canvas[scheme]];
  return (
    <div className="stack">
      <p className="t-dense quiet">{say('design.coloursNote')}</p>
      <div className="swatches">
        {Object.entries(grounds).map(([name, shade]) => (
          <div key={name} className="swatch" style={{ background: shade[scheme] }}>
            <span className="t-dense">{name}</span>
            <span className="hash">{shade[scheme]}</span>
          </div>
        ))}
      </div>
      <div className="frame-x" tabIndex={0} role="group" aria-label={say('design.colours')}>
        <table className="tbl">
          <caption className="sr">{say('design.colours')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('design.role')}</th>
              <th scope="col">{say('design.sample')}</th>
              <th scope="col" className="num">
                {say('design.onSurface')}
              </th>
              <th scope="col" className="num">
                {say('design.onCanvas')}
              </th>
              <th scope="col" className="num">
                {say('design.onTint')}
              </th>
            </tr>
          </thead>
          <tbody>
            {(['ink', 'ink-2', 'ink-3', 'edge'] as const).map((name) => (
              <tr key={name}>
                <th scope="row">
                  {name} <span className="hash faint">{inks[name][scheme]}</span>
                </th>
                <td>
                  {name === 'edge' ? (
                    <span className="edge-sample" />
                  ) : (
                    <span style={{ color: inks[name][scheme] }}>{say('design.typeSample')}</span>
                  )}
                </td>
                <td className="num">{ratio(inks[name][scheme], surface)}</td>
                <td className="num">{ratio(inks[name][scheme], canvas)}</td>
                <td className="num">—</td>
              </tr>
            ))}
            {roleNames.map((name) => (
              <tr key={name}>
                <th scope="row">
                  {name} <span className="hash faint">{roles[name].text[scheme]}</span>
                </th>
                <td>
                  <span className={`chip role-${name}`}>{say('design.typeSample')}</span>
                </td>
                <td className="num">{ratio(roles[name].text[scheme], surface)}</td>
                <td className="num">{ratio(roles[name].text[scheme], canvas)}</td>
                <td className="num">{ratio(roles[name].text[scheme], roles[name].tint[scheme])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const markers: Readonly<Record<keyof typeof series, string>> = {
  blue: '●',
  orange: '▲',
  teal: '■',
  violet: '◆',
  gold: '▼',
  rose: '✚',
  slate: '╌',
};

export function ChartColours(): ReactElement {
  const { say } = useWords();
  const scheme = useComputedColorScheme('light');
  const modeGlyph = {
    off: 'none',
    shadow: 'quarter',
    advisory: 'half',
    primary: 'full',
  } as const satisfies Readonly<Record<keyof typeof modes, GlyphName>>;
  const ramp = (name: string, colours: readonly string[]): ReactElement => (
    <div>
      <p className="t-dense quiet">{name}</p>
      <div className="ramp">
        {colours.map((colour) => (
          <span key={colour} style={{ background: colour }} title={colour} />
        ))}
      </div>
    </div>
  );
  return (
    <div className="stack">
      <ul className="row keys-of-series">
        {Object.entries(series).map(([name, shade]) => (
          <li key={name} className="t-dense nowrap">
            <span aria-hidden="true" style={{ color: shade[scheme], fontSize: 16 }}>
              {
                markers[
                  name === 'blue' ||
                  name === 'orange' ||
                  name === 'teal' ||
                  name === 'violet' ||
                  name === 'gold' ||
                  name === 'rose'
                    ? name
                    : 'slate'
                ]
              }
            </span>{' '}
            {name} <span className="hash faint">{shade[scheme]}</span>{' '}
            {ratio(shade[scheme], grounds.surface[scheme])}
          </li>
        ))}
      </ul>
      <div className="row">
        {ramp(say('design.sequential'), sequential[scheme])}
        {ramp(say('design.diverging'), diverging[scheme])}
      </div>
      <div>
        <p className="t-dense quiet">{say('design.modes')}</p>
        <p className="row">
          {(['off', 'shadow', 'advisory', 'primary'] as const).map((mode) => (
            <span key={mode} className="nowrap">
              <span style={{ color: modes[mode][scheme] }}>
                <Glyph name={modeGlyph[mode]} size={16} />
              </span>{' '}
              {say(`mode.${mode}`)}
            </span>
          ))}
        </p>
      </div>
    </div>
  );
}

const steps = ['page', 'section', 'body', 'dense', 'meta', 'figure-l', 'figure-m', 'read', 'read-h'] as const;

export function TypeScale(): ReactElement {
  const { say } = useWords();
  return (
    <dl className="type-scale">
      {steps.map((step) => (
        <div key={step}>
          <dt className="hash faint">{step}</dt>
          <dd className={`t-${step}`}>
            {step === 'meta'
              ? '7f3a91c2 · 4,000 · 14:20 KST'
              : step.startsWith('figure')
                ? '0.842 (0.815–0.869)'
                : say('design.typeSample')}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function SpaceScale(): ReactElement {
  const { say } = useWords();
  return (
    <div className="row">
      {spaces.map((space) => (
        <span key={space} className="t-meta faint space-sample">
          <span style={{ width: space, height: 16 }} />
          {space}
        </span>
      ))}
      {radii.map((radius) => (
        <span key={radius} className="radius-sample t-meta" style={{ borderRadius: radius }}>
          {radius}
        </span>
      ))}
      {([28, 32, 40] as const).map((row, at) => (
        <span key={row} className="row-sample t-dense" style={{ height: row }}>
          {say(`density.${(['compact', 'standard', 'roomy'] as const)[at] ?? 'standard'}`)} {row}
        </span>
      ))}
    </div>
  );
}

export function Glyphs(): ReactElement {
  return (
    <ul className="glyph-list">
      {glyphNames.map((name) => (
        <li key={name} className="t-meta">
          <Glyph name={name} size={16} /> <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}
