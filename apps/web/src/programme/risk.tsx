import type { ProjectRow } from '@daero/api/schemas/programme-project';
import type { ReactElement } from 'react';
import { Glyph, type GlyphName } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { useName } from './use-name.ts';

type Level = { readonly glyph: GlyphName; readonly role: string };
const ofLevel: Readonly<Record<string, Level>> = {
  low: { glyph: 'observed', role: 'role-ok' },
  watch: { glyph: 'stale', role: 'role-warn' },
  high: { glyph: 'failed', role: 'role-bad' },
};

/** A level with its word and glyph, and what makes it. */
export function Risk({
  risk,
  flags = true,
}: {
  readonly risk: ProjectRow['risk'];
  readonly flags?: boolean;
}): ReactElement {
  const { text } = useWords();
  const name = useName();
  const { glyph, role } = ofLevel[risk.level.id] ?? { glyph: 'withheld', role: 'quiet' };
  return (
    <>
      <span className={`nowrap ${role}`}>
        <Glyph name={glyph} /> {name(risk.level.name)}
      </span>
      {flags && risk.flags.length > 0 && (
        <span className="now-line t-dense quiet">{risk.flags.map(text).join(' · ')}</span>
      )}
    </>
  );
}
