import type { ReactElement } from 'react';

/**
 * Our own sprite, drawn on 16 x 16: state glyphs (filled or struck so that they differ in greyscale) and outline icons.
 * A glyph never stands for a state alone: a word stands beside it or names it.
 */
const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;
const drawn = {
  // the seven states
  law: (
    <path
      {...stroke}
      d="M10.5 4.2C10.3 3 9.3 2.3 8 2.3c-1.5 0-2.6.8-2.6 2 0 2.7 5.4 2.6 5.4 5 0 1-1 1.7-2.2 1.7M5.5 11.8c.2 1.2 1.2 1.9 2.5 1.9 1.500 0 2.600-.8 2.600-2 0-2.700-5.400-2.600-5.400-5 0-1 1-1.700 2.200-1.700"
    />
  ),
  typical: (
    <path
      {...stroke}
      d="M2.500 6.300c1.800-2 3.600-1.700 5.500-.5s3.700 1.500 5.500-.5M2.500 10.800c1.800-2 3.600-1.700 5.500-.5s3.700 1.500 5.500-.5"
    />
  ),
  forecast: <path {...stroke} d="M8 2l5 6-5 6-5-6z" />,
  assumption: <path {...stroke} d="M8 2.500l6 10.500H2z" />,
  estimate: <circle cx="8" cy="8" r="4.500" fill="currentColor" />,
  demonstration: (
    <>
      <rect x="2.500" y="2.500" width="11" height="11" {...stroke} />
      <path {...stroke} strokeWidth={1.2} d="M2.500 8.500l6-6M2.500 13.500l11-11M7.500 13.500l6-6" />
    </>
  ),
  observed: <path {...stroke} strokeWidth={2} d="M2.800 8.600l3.400 3.500 7-8" />,
  // conditions
  computing: <path {...stroke} d="M13.200 8A5.200 5.200 0 1 1 11.500 4.100M11.800 1.600v2.900H8.900" />,
  stale: <path {...stroke} strokeWidth={2} d="M8 2.500v7M8 13v.2" />,
  withheld: <path {...stroke} strokeWidth={2} d="M3 8h10" />,
  suppressed: (
    <path {...stroke} d="M13.500 8a5.500 5.500 0 1 1-11 0 5.500 5.500 0 0 1 11 0zM4.100 4.100l7.800 7.800" />
  ),
  'no-access': <path {...stroke} d="M4 7.500h8v6H4zM5.500 7.500V5a2.500 2.500 0 0 1 5 0v2.500" />,
  failed: <path {...stroke} strokeWidth={2} d="M3.500 3.500l9 9M12.500 3.500l-9 9" />,
  none: <circle cx="8" cy="8" r="4.700" {...stroke} />,
  half: (
    <>
      <circle cx="8" cy="8" r="4.700" {...stroke} />
      <path d="M8 3.300a4.700 4.700 0 0 1 0 9.400z" fill="currentColor" />
    </>
  ),
  quarter: (
    <>
      <circle cx="8" cy="8" r="4.700" {...stroke} />
      <path d="M8 8V3.300A4.700 4.700 0 0 1 12.700 8z" fill="currentColor" />
    </>
  ),
  full: <circle cx="8" cy="8" r="5.200" fill="currentColor" />,
  pause: <path {...stroke} strokeWidth={2} d="M5.500 3.500v9M10.500 3.500v9" />,
  skipped: <path {...stroke} d="M3 3l5 5-5 5M8 3l5 5-5 5" />,
  returned: <path {...stroke} d="M6 3.500L2.500 7 6 10.500M2.500 7H10a3.500 3.500 0 0 1 0 7H8" />,
  paper: <path {...stroke} d="M4 2h5l3 3v9H4zM9 2v3h3" />,
  seal: (
    <path
      {...stroke}
      d="M8 1.800l1.800 1.500 2.300-.2.500 2.300 1.900 1.400-1 2.100.500 2.300-2.200.8-1.100 2L8 13.200 5.300 14l-1.100-2-2.200-.8.500-2.300-1-2.100 1.900-1.400.500-2.300 2.300.2zM5.800 7.900l1.600 1.600 2.900-3.200"
    />
  ),
  // outline icons
  search: <path {...stroke} d="M11.500 7a4.500 4.500 0 1 1-9 0 4.500 4.500 0 0 1 9 0zM10.300 10.300L14 14" />,
  work: (
    <path
      {...stroke}
      d="M2.500 4l1.200 1.200L5.800 3M8 4h6M2.500 8.500l1.200 1.200 2.100-2.200M8 8.500h6M2.500 13l1.200 1.200 2.100-2.200M8 13h6"
    />
  ),
  overview: <path {...stroke} d="M2.500 2.500h11v11h-11zM2.500 6.500h11M6.500 6.500v7" />,
  road: <path {...stroke} d="M5.500 2L2.500 14M10.500 2l3 12M8 2.500v2.500M8 7v2M8 11v2.500" />,
  chain: (
    <path
      {...stroke}
      d="M1.800 8a1.800 1.800 0 1 0 3.600 0 1.800 1.800 0 1 0-3.600 0M10.600 3.500a1.800 1.800 0 1 0 3.600 0 1.800 1.800 0 1 0-3.600 0M10.600 12.500a1.800 1.800 0 1 0 3.600 0 1.800 1.800 0 1 0-3.600 0M5.200 7.200l5.600-3M5.200 8.800l5.600 3"
    />
  ),
  document: (
    <path {...stroke} d="M3.500 1.800h6l3 3v9.400h-9zM9.500 1.800v3h3M5.800 8h4.600M5.800 11h4.600" />
  ),
  palette: (
    <path
      {...stroke}
      d="M2.500 2.500h4.700v4.700H2.500zM8.800 2.500h4.700v4.700H8.800zM2.500 8.800h4.700v4.700H2.500zM8.800 8.800h4.700v4.700H8.800z"
    />
  ),
  table: <path {...stroke} d="M2 3h12v10H2zM2 6.300h12M2 9.700h12M6.500 3v10" />,
  study: <path {...stroke} d="M6 2.500h4M7 2.500v4L3.500 13.500h9L9 6.500v-4M5.300 10h5.400" />,
  balance: <path {...stroke} d="M8 2.500v11M4.500 13.500h7M3 5h10M3 5l-1.500 4h3zM13 5l-1.500 4h3z" />,
  plot: <path {...stroke} d="M2.500 2v11.500H14M4.500 11l3-4 2.500 2 3.500-5" />,
  copy: <path {...stroke} d="M5.500 5.500h8v8h-8zM3.500 10.500h-1v-8h8v1" />,
  download: <path {...stroke} d="M8 2v8M4.800 7L8 10.200 11.200 7M2.500 13.500h11" />,
  print: <path {...stroke} d="M4.500 6V2.500h7V6M4.500 11.500H2.500V6h11v5.500h-2M4.500 9.500h7v4h-7z" />,
  link: (
    <path
      {...stroke}
      d="M6.800 9.200a2.800 2.800 0 0 0 4 0l2-2a2.800 2.800 0 0 0-4-4l-.8.8M9.200 6.800a2.800 2.800 0 0 0-4 0l-2 2a2.800 2.800 0 0 0 4 4l.8-.8"
    />
  ),
  close: <path {...stroke} d="M4 4l8 8M12 4l-8 8" />,
  right: <path {...stroke} d="M6 3.500L10.500 8 6 12.500" />,
  down: <path {...stroke} d="M3.500 6L8 10.500 12.500 6" />,
  up: <path {...stroke} d="M3.500 10.500L8 6l4.500 4.500" />,
  sun: (
    <path
      {...stroke}
      d="M10.700 8a2.700 2.700 0 1 1-5.400 0 2.700 2.700 0 0 1 5.400 0zM8 1.500v1.300M8 13.200v1.300M1.500 8h1.300M13.200 8h1.300M3.400 3.400l.9.900M11.700 11.700l.9.900M3.400 12.600l.9-.9M11.700 4.300l.9-.9"
    />
  ),
  moon: <path {...stroke} d="M13.500 9.600A6 6 0 0 1 6.400 2.500a6 6 0 1 0 7.100 7.100z" />,
  density: <path {...stroke} d="M2.500 3h11M2.500 6.300h11M2.500 9.700h11M2.500 13h11" />,
  help: (
    <path
      {...stroke}
      d="M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM6.200 6.300c0-1 .8-1.700 1.800-1.700s1.800.7 1.800 1.600c0 1.300-1.800 1.400-1.800 2.600M8 11.200v.1"
    />
  ),
  person: (
    <path
      {...stroke}
      d="M10.700 5a2.700 2.700 0 1 1-5.400 0 2.700 2.700 0 0 1 5.400 0zM2.500 14c.5-3 2.700-4.500 5.500-4.500s5 1.500 5.500 4.500"
    />
  ),
  play: <path {...stroke} d="M4.500 2.800v10.400L13 8z" />,
  out: <path {...stroke} d="M9 2.500h4.500V7M13.500 2.500L7.500 8.500M11.500 9.500v4h-9v-9h4" />,
} as const satisfies Readonly<Record<string, ReactElement>>;

export type GlyphName = keyof typeof drawn;
export const glyphNames = Object.keys(drawn).filter((name): name is GlyphName => name in drawn);

/** Stands once at the top of the page; every `<Glyph>` points into it. */
export function GlyphSprite(): ReactElement {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true" focusable="false">
      {glyphNames.map((name) => (
        <symbol key={name} id={`g-${name}`} viewBox="0 0 16 16">
          {drawn[name]}
        </symbol>
      ))}
    </svg>
  );
}

export function Glyph({ name, size }: { readonly name: GlyphName; readonly size?: number }): ReactElement {
  return (
    <svg
      className="glyph"
      aria-hidden="true"
      focusable="false"
      {...(size === undefined ? {} : { style: { width: size, height: size } })}
    >
      <use href={`#g-${name}`} />
    </svg>
  );
}
