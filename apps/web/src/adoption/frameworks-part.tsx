import type { FrameworkView } from '@daero/api/schemas/adoption';
import { formatDate } from '@daero/domain/format/date';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Glyph, type GlyphName } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { Grounds } from '../pathway/grounds.tsx';

type Item = FrameworkView['items'][number];
const itemGlyph = {
  ticked: 'observed',
  part: 'half',
  outdated: 'stale',
  open: 'none',
} as const satisfies Readonly<Record<Item['is'], GlyphName>>;
const itemRole = {
  ticked: 'role-ok',
  part: 'role-accent',
  outdated: 'role-warn',
  open: 'role-quiet',
} as const satisfies Readonly<Record<Item['is'], string>>;

/** Frameworks filled from the common record; behind each tick, its proof. Each opens by itself. */
export function FrameworksPart({
  frameworks,
}: {
  readonly frameworks: readonly FrameworkView[];
}): ReactElement {
  const { say, text } = useWords();
  return (
    <div className="stack">
      <p className="t-dense quiet">{say('frame.why')}</p>
      {frameworks.map((framework, at) => (
        <details key={framework.id} className="framework panel" open={at === 0}>
          <summary>
            <span className="strong">{text(framework.name)}</span>{' '}
            <span className="quiet">
              {say('frame.ticked', { ticked: framework.ticked, all: framework.items.length })}
              {framework.tier !== null && ` · ${say('frame.tier', { tier: framework.tier })}`}
              {framework.level !== null &&
                ` · ${say('frame.level', { level: framework.level.level, name: text(framework.level.name) })}`}
            </span>
          </summary>
          <p className="t-dense quiet framework-source">
            <span translate="no" lang="en">
              {framework.source}
            </span>{' '}
            <Grounds grounds={framework.grounds} />
          </p>
          <div className="frame-x" tabIndex={0} role="group" aria-label={text(framework.name)}>
            <table className="tbl framework-table">
              <caption className="sr">{text(framework.name)}</caption>
              <thead>
                <tr>
                  <th scope="col">{say('frame.item')}</th>
                  <th scope="col">{say('hospital.standing')}</th>
                  <th scope="col">{say('frame.proof')}</th>
                </tr>
              </thead>
              <tbody>
                {framework.items.map((item) => (
                  <tr key={item.id}>
                    <th scope="row">
                      <span className="quiet">{item.id}</span> {text(item.text)}
                    </th>
                    <td>
                      <span className={`nowrap ${itemRole[item.is]}`}>
                        <Glyph name={itemGlyph[item.is]} /> {say(`frame.is.${item.is}`)}
                      </span>
                    </td>
                    <td className="t-dense">
                      <Proofs item={item} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ))}
    </div>
  );
}

function Proofs({ item }: { readonly item: Item }): ReactElement {
  const { language, say, text } = useWords();
  return (
    <>
      {item.fields.map((field) => (
        <span key={field.name.en} className="case-under">
          <span className={field.is === 'proved' ? '' : 'quiet'}>{text(field.name)}:</span>{' '}
          {field.proofs.length === 0 ? (
            <span className="quiet">{say('frame.is.open')}</span>
          ) : (
            field.proofs.slice(0, 3).map(({ what, on, node, eventId, paper }, at) => (
              <span key={at}>
                {at > 0 && ', '}
                {node === null ? (
                  text(what)
                ) : (
                  <Link to="/n/$hash" params={{ hash: node }}>
                    {text(what)}
                  </Link>
                )}{' '}
                <span className="quiet nowrap">{formatDate(on, language)}</span>
                {paper !== null && (
                  <span className="quiet hash" translate="no" lang="en">
                    {' '}
                    {paper}
                  </span>
                )}
                {eventId !== null && <span className="quiet hash"> {eventId.slice(-8)}</span>}
              </span>
            ))
          )}
          {field.proofs.length > 3 && (
            <span className="quiet"> · {say('adoption.more', { count: field.proofs.length - 3 })}</span>
          )}
        </span>
      ))}
    </>
  );
}
