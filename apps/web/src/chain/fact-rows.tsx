import { formatCount } from '@daero/domain/format/number';
import type { ReactElement } from 'react';
import type { ChainNode } from '../api-types.ts';
import { useWords } from '../i18n.ts';
import type { WordKey } from '../words.ts';

/** Facts that pages name; a method may count further things, which keep the name that it gave them. */
const names: Readonly<Record<string, WordKey>> = {
  file: 'fact.file',
  sha256: 'fact.sha256',
  bytes: 'fact.bytes',
  origin: 'fact.origin',
  content: 'fact.content',
  rows: 'fact.rows',
  subjects: 'fact.subjects',
  sites: 'fact.sites',
  'in-source': 'fact.inSource',
  studied: 'fact.studied',
  n: 'fact.n',
  method: 'fact.method',
  distribution: 'fact.distribution',
  events: 'fact.events',
  nonEvents: 'fact.nonEvents',
  trials: 'fact.trials',
  'plots-at-site': 'fact.plotsAtSite',
};
/** Shown elsewhere in the panel, in words. */
const shownElsewhere: ReadonlySet<string> = new Set(['state', 'source', 'interval']);
const origins: Readonly<Record<string, WordKey>> = {
  file: 'origin.file',
  generated: 'origin.generated',
};
/** Text that a person wrote or reads as words; all other text is a name or a hash. */
const inWords: ReadonlySet<string> = new Set(['file', 'distribution']);

export function FactRows({ facts }: { readonly facts: ChainNode['facts'] }): ReactElement {
  const { say } = useWords();
  const shown = (name: string, value: string | number): ReactElement => {
    if (typeof value === 'number')
      return <dd>{Number.isInteger(value) ? formatCount(value) : String(value)}</dd>;
    const origin = name === 'origin' ? origins[value] : undefined;
    if (origin !== undefined) return <dd>{say(origin)}</dd>;
    return (
      <dd lang="en" className={inWords.has(name) ? undefined : 'hash'}>
        {value}
      </dd>
    );
  };
  return (
    <>
      {Object.entries(facts)
        .filter(([name]) => !shownElsewhere.has(name))
        .map(([name, value]) => {
          const word = names[name];
          return (
            <div key={name}>
              {word === undefined ? (
                <dt lang="en" className="hash">
                  {name}
                </dt>
              ) : (
                <dt>{say(word)}</dt>
              )}
              {shown(name, value)}
            </div>
          );
        })}
    </>
  );
}
