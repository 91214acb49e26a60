import type { ReactElement } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import './parts.css';

export type DemoKind = 'generated' | 'reference';

/** Always on top where something is for demonstration; it cannot be closed. */
export function DemoRibbon({
  kinds,
  signIn,
}: {
  readonly kinds: readonly DemoKind[];
  readonly signIn: boolean;
}): ReactElement | null {
  const { say } = useWords();
  if (kinds.length === 0 && !signIn) return null;
  return (
    <div className="ribbon" role="note" aria-label={say('demo.name')}>
      <span className="ribbon-words">
        <Glyph name="demonstration" />
        {kinds.map((kind) => (
          <span key={kind}>{say(`demo.${kind}`)}</span>
        ))}
        {signIn && <span className="ribbon-more">{say('demo.signIn')}</span>}
      </span>
    </div>
  );
}

/** The label that a reference device and generated data carry wherever they are named. */
export function DemoLabel({ kind }: { readonly kind: DemoKind }): ReactElement {
  const { say } = useWords();
  return (
    <span className="chip role-demonstration demo-label">
      <Glyph name="demonstration" />{' '}
      {say(kind === 'reference' ? 'demo.referenceDevice' : 'demo.generatedData')}
    </span>
  );
}
