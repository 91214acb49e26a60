import type { LayerCellView, UsePeriodView } from '@daero/api/schemas/adoption-parts';
import type { ReactElement } from 'react';
import { Glyph, type GlyphName } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';

type Standing = LayerCellView['is'];
export const standings = [
  'waiting',
  'open',
  'approved',
  'conditional',
  'returned',
  'deferred',
  'refused',
] as const satisfies readonly Standing[];

export const standingGlyph = {
  waiting: 'none',
  open: 'half',
  approved: 'observed',
  conditional: 'stale',
  returned: 'returned',
  deferred: 'pause',
  refused: 'failed',
} as const satisfies Readonly<Record<Standing, GlyphName>>;
export const standingRole = {
  waiting: 'role-quiet',
  open: 'role-accent',
  approved: 'role-ok',
  conditional: 'role-warn',
  returned: 'role-bad',
  deferred: 'role-warn',
  refused: 'role-bad',
} as const satisfies Readonly<Record<Standing, string>>;

/** How a layer stands: glyph and word. */
export function StandingWord({ cell }: { readonly cell: LayerCellView }): ReactElement {
  const { text } = useWords();
  return (
    <span className={`nowrap ${standingRole[cell.is]}`}>
      <Glyph name={standingGlyph[cell.is]} /> {text(cell.name)}
    </span>
  );
}

const useGlyph = {
  'not-used': 'none',
  trial: 'quarter',
  'in-use': 'half',
  sustained: 'full',
  fading: 'stale',
  withdrawn: 'failed',
} as const satisfies Readonly<Record<UsePeriodView['is'], GlyphName>>;
const useRole = {
  'not-used': 'role-quiet',
  trial: 'role-accent',
  'in-use': 'role-accent',
  sustained: 'role-ok',
  fading: 'role-warn',
  withdrawn: 'role-bad',
} as const satisfies Readonly<Record<UsePeriodView['is'], string>>;

/** The state of use: glyph and word, and how it was left. */
export function UseWord({ use }: { readonly use: UsePeriodView | null }): ReactElement {
  const { say, text } = useWords();
  if (use === null) return <span className="quiet">{say('adoption.notMeasured')}</span>;
  return (
    <span className={useRole[use.is]}>
      <span className="nowrap">
        <Glyph name={useGlyph[use.is]} /> {text(use.name)}
      </span>
      {use.by !== null && <span className="quiet t-dense"> {text(use.by)}</span>}
    </span>
  );
}
