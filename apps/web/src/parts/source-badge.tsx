import { formatDate } from '@daero/domain/format/date';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { Popover } from '@mantine/core';
import type { ReactElement } from 'react';
import { Glyph, type GlyphName } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import './parts.css';

export const tiers = ['law', 'official', 'journal', 'press', 'expert'] as const;
export type Tier = (typeof tiers)[number];
export type Source = {
  readonly short: Text;
  readonly year: number;
  readonly tier: Tier;
  readonly title: Text;
  readonly publisher: Text;
  readonly inForceOn: IsoDate | null;
  readonly address: string | null;
  readonly readOn: IsoDate;
};

const tierGlyph = {
  law: 'law',
  official: 'seal',
  journal: 'document',
  press: 'paper',
  expert: 'person',
} as const satisfies Readonly<Record<Tier, GlyphName>>;

/** Where a value comes from; no source is itself a defect and says so. */
export function SourceBadge({ source }: { readonly source: Source | null }): ReactElement {
  const { language, say, text } = useWords();
  return (
    <Popover position="bottom-start" shadow="none" trapFocus returnFocus classNames={{ dropdown: 'pop' }}>
      <Popover.Target>
        <button type="button" className={`chip badge ${source === null ? 'role-bad' : ''}`}>
          <Glyph name={source === null ? 'failed' : tierGlyph[source.tier]} />
          {source === null ? say('source.none') : `${text(source.short)} ${source.year}`}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={source === null ? say('source.none') : text(source.title)}>
        {source === null ? (
          <p className="t-dense" tabIndex={0}>
            {say('source.noneWhy')}
          </p>
        ) : (
          <dl className="pairs t-dense">
            <div>
              <dt>{say(`tier.${source.tier}`)}</dt>
              <dd className="strong">{text(source.title)}</dd>
            </div>
            <div>
              <dt>{say('source.publisher')}</dt>
              <dd>{text(source.publisher)}</dd>
            </div>
            {source.inForceOn !== null && (
              <div>
                <dt>{say('source.inForce')}</dt>
                <dd>{formatDate(source.inForceOn, language)}</dd>
              </div>
            )}
            <div>
              <dt>{say('source.read')}</dt>
              <dd>{formatDate(source.readOn, language)}</dd>
            </div>
            {source.address !== null && (
              <div>
                <dt />
                <dd>
                  <a href={source.address} rel="noreferrer" target="_blank">
                    {source.address}
                  </a>
                </dd>
              </div>
            )}
          </dl>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
