import { formatInstant } from '@daero/domain/format/date';
import { instant, isInstant } from '@daero/domain/time';
import type { ReactElement } from 'react';
import { shortHash } from '../figure/figure-facts.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import './parts.css';

export type Lock =
  | { readonly is: 'draft' }
  | { readonly is: 'ready' }
  | {
      readonly is: 'locked';
      readonly at: string;
      readonly by: string;
      readonly hash: string;
      readonly deviations: number;
    };

/** The plan's seal: when it was fixed, by whom, under which hash, and how often practice left it. */
export function LockSeal({ lock }: { readonly lock: Lock }): ReactElement {
  const { language, say } = useWords();
  if (lock.is !== 'locked') {
    return (
      <span className={`seal ${lock.is === 'draft' ? 'seal-draft role-warn' : 'role-accent'}`}>
        <Glyph name={lock.is === 'draft' ? 'stale' : 'seal'} /> {say(`seal.${lock.is}`)}
      </span>
    );
  }
  return (
    <span className="seal">
      <span className="strong nowrap">
        <Glyph name="seal" /> {say('seal.locked')}
      </span>
      <span className="nowrap">
        {isInstant(lock.at) ? formatInstant(instant(lock.at), language) : lock.at}
      </span>
      <span lang={/[가-힣]/.test(lock.by) ? 'ko' : undefined}>{lock.by}</span>
      <span className="hash">{shortHash(lock.hash)}</span>
      <span className={`nowrap ${lock.deviations > 0 ? 'role-warn' : 'quiet'}`}>
        {lock.deviations > 0 && <Glyph name="stale" />} {say('seal.deviated', { count: lock.deviations })}
      </span>
    </span>
  );
}
