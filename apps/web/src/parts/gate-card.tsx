import { formatDate } from '@daero/domain/format/date';
import type { Text } from '@daero/domain/text';
import type { IsoDate } from '@daero/domain/time';
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { Glyph, type GlyphName } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import './parts.css';

export const standings = ['met', 'weak', 'missing'] as const;
export type Standing = (typeof standings)[number];
const standingGlyph = { met: 'observed', weak: 'stale', missing: 'failed' } as const satisfies Readonly<
  Record<Standing, GlyphName>
>;
const standingRole = { met: 'role-ok', weak: 'role-warn', missing: 'role-bad' } as const;

export type Gate = {
  readonly name: Text;
  readonly authority: Text;
  readonly dueOn: IsoDate | null;
  readonly domains: readonly { readonly name: Text; readonly standing: Standing }[];
  readonly counts: Readonly<Record<Standing, number>>;
};

/** A gate and how its evidence stands. */
export function GateCard({
  gate,
  onOpen,
}: {
  readonly gate: Gate;
  readonly onOpen: () => void;
}): ReactElement {
  const { language, say, text } = useWords();
  const all = gate.counts.met + gate.counts.weak + gate.counts.missing;
  return (
    <article className="gate panel">
      <p className="row spread">
        <span>
          <span className="strong">{text(gate.name)}</span> · {text(gate.authority)}
        </span>
        {gate.dueOn !== null && (
          <span className="t-dense">{say('gate.due', { date: formatDate(gate.dueOn, language) })}</span>
        )}
      </p>
      <p className="row t-dense">
        <span>{say('gate.evidence', { count: all })}</span>
        {standings.map((standing) => (
          <span key={standing} className={`nowrap ${standingRole[standing]}`}>
            <Glyph name={standingGlyph[standing]} /> {say(`gate.${standing}`)} {gate.counts[standing]}
          </span>
        ))}
      </p>
      <p className="row spread">
        <span className="row t-dense">
          {gate.domains.map((domain) => (
            <span key={domain.name.en} className="nowrap">
              <span className={standingRole[domain.standing]}>
                <Glyph name={standingGlyph[domain.standing]} />
              </span>{' '}
              {text(domain.name)} <span className="faint">{say(`gate.${domain.standing}`)}</span>
            </span>
          ))}
        </span>
        <Button onClick={onOpen}>{say('gate.open')}</Button>
      </p>
    </article>
  );
}

export const gapReasons = ['missing', 'weak', 'outdated', 'otherVersion'] as const;
export type Gap = {
  readonly requirement: Text;
  readonly reason: (typeof gapReasons)[number];
  readonly because: Text;
  readonly closes: Text;
  readonly effort: Text;
  readonly effect: Text;
};

/** One gap: what is wanted, why it is open, what closes it. Its action ends in a plan. */
export function GapRow({
  gap,
  onDesign,
}: {
  readonly gap: Gap;
  readonly onDesign: () => void;
}): ReactElement {
  const { say, text } = useWords();
  const role = gap.reason === 'missing' ? 'role-bad' : 'role-warn';
  return (
    <article className="gap-row">
      <p>
        <span className={role}>
          <Glyph name={gap.reason === 'missing' ? 'failed' : 'stale'} /> {say(`gap.${gap.reason}`)}
        </span>{' '}
        <span className="strong">{text(gap.requirement)}</span>
        <span className="t-dense quiet"> {text(gap.because)}</span>
      </p>
      <dl className="gap-facts t-dense">
        <div>
          <dt className="faint">{say('gap.closes')}</dt>
          <dd>{text(gap.closes)}</dd>
        </div>
        <div>
          <dt className="faint">{say('gap.effort')}</dt>
          <dd>{text(gap.effort)}</dd>
        </div>
        <div>
          <dt className="faint">{say('gap.effect')}</dt>
          <dd className="role-forecast">
            <Glyph name="forecast" /> {text(gap.effect)}
          </dd>
        </div>
      </dl>
      <Button onClick={onDesign}>{say('gap.design')}</Button>
    </article>
  );
}
