import type { GroundsView } from '@daero/api/schemas/pathway-parts';
import { Popover } from '@mantine/core';
import type { ReactElement } from 'react';
import { Glyph, type GlyphName } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Confidence } from '../parts/confidence.tsx';

const tierGlyph = {
  law: 'law',
  official: 'seal',
  journal: 'document',
  press: 'paper',
  expert: 'person',
} as const satisfies Readonly<Record<GroundsView['sources'][number]['tier'], GlyphName>>;

/** How sure a statement is, and on demand where it comes from: several sources may carry one fact. */
export function Grounds({ grounds }: { readonly grounds: GroundsView }): ReactElement {
  const { say } = useWords();
  const { sources, confidence } = grounds;
  const count =
    sources.length === 0
      ? say('grounds.none')
      : sources.length === 1
        ? say('grounds.one')
        : say('grounds.count', { count: sources.length });
  return (
    <Popover position="bottom-start" shadow="none" trapFocus returnFocus classNames={{ dropdown: 'pop' }}>
      <Popover.Target>
        <button
          type="button"
          className={`grounds ${sources.length === 0 ? 'role-assumption' : ''}`}
          aria-label={`${say('grounds.open')}: ${say(`confidence.${confidence}`)}, ${count}`}
        >
          <Confidence level={confidence} words={false} />
          <span className="t-dense">{count}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={say('grounds.open')}>
        <div className="stack" tabIndex={0}>
          <Confidence level={confidence} />
          {sources.length === 0 && <p className="t-dense">{say('source.noneWhy')}</p>}
          <ul className="grounds-list">
            {sources.map((source) => (
              <li key={source.id} className="t-dense">
                <span className="quiet">
                  <Glyph name={tierGlyph[source.tier]} /> {say(`tier.${source.tier}`)}
                  {source.year !== null && ` · ${source.year}`}
                </span>
                <br />
                <span translate="no">
                  {source.url === null ? (
                    source.title
                  ) : (
                    <a href={source.url} rel="noreferrer" target="_blank">
                      {source.title}
                    </a>
                  )}
                  {source.publisher !== '' && <span className="quiet"> {source.publisher}</span>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
