import { formatInstant } from '@daero/domain/format/date';
import { levelWords } from '@daero/domain/format/estimate';
import { formatCount } from '@daero/domain/format/number';
import { instant, isInstant } from '@daero/domain/time';
import { Link } from '@tanstack/react-router';
import { useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { useWords } from '../i18n.ts';
import { conditionReason, printFigure, shortHash, stateGlyph, stateKey, stateRole } from './figure-facts.ts';
import { Glyph } from './glyph.tsx';
import { peek, usePeeked, type Peeked } from './peek.ts';

const gap = 6;

function Facts({ peeked }: { readonly peeked: Peeked }): ReactElement {
  const { language, say, text } = useWords();
  const { facts } = peeked;
  const printed = printFigure(facts, language);
  const reason = conditionReason(facts.condition, language);
  const rows: readonly (readonly [string, string] | null)[] = [
    facts.definition === undefined ? null : [say('figure.definition'), text(facts.definition)],
    [say('figure.state'), `${say(stateKey(facts.state))}. ${say(`meaning.${facts.state}`)}`],
    printed === null || printed.interval === null
      ? [say('figure.interval'), say('figure.noInterval')]
      : [
          say('figure.interval'),
          `${levelWords(facts.level, language, facts.intervalKind ?? 'confidence')} ${printed.interval}`,
        ],
    facts.method === undefined ? null : [say('figure.method'), text(facts.method)],
    facts.n === null ? null : ['n', formatCount(facts.n)],
    facts.parts === undefined
      ? null
      : [
          say('figure.parts'),
          Object.entries(facts.parts)
            .map(([name, count]) => `${name} ${formatCount(count)}`)
            .join(' · '),
        ],
    facts.source === undefined ? null : [say('figure.source'), facts.source],
    facts.at === undefined || !isInstant(facts.at)
      ? null
      : [say('figure.time'), formatInstant(instant(facts.at), language)],
  ];
  return (
    <>
      <p className="strong">{text(facts.label)}</p>
      {reason !== null && <p className="t-dense role-warn">{reason}</p>}
      <dl className="peek-facts t-dense">
        {rows.map(
          (row) =>
            row !== null && (
              <div key={row[0]}>
                <dt className="faint">{row[0]}</dt>
                <dd className={row[0] === say('figure.state') ? stateRole[facts.state] : ''}>
                  {row[0] === say('figure.state') && <Glyph name={stateGlyph(facts.state)} />} {row[1]}
                </dd>
              </div>
            ),
        )}
        {facts.codeVersion !== undefined && (
          <div>
            <dt className="faint">{say('figure.code')}</dt>
            <dd className="hash">{shortHash(facts.codeVersion)}</dd>
          </div>
        )}
        {facts.node !== null && (
          <div>
            <dt className="faint">{say('figure.node')}</dt>
            <dd className="hash">{shortHash(facts.node)}</dd>
          </div>
        )}
      </dl>
      {facts.warnings !== undefined && facts.warnings.length > 0 && (
        <ul className="peek-warnings t-dense role-warn">
          {facts.warnings.map((warning) => (
            <li key={warning.en}>
              <Glyph name="stale" /> {text(warning)}
            </li>
          ))}
        </ul>
      )}
      <p className="row t-dense">
        {facts.node !== null && (
          <Link to="/n/$hash" params={{ hash: facts.node }} onClick={() => peek.close()}>
            {say('figure.open')}
          </Link>
        )}
        <span className="faint">
          <kbd>Enter</kbd> {say('figure.open')} · <kbd>c</kbd> {say('figure.copy')}
        </span>
      </p>
    </>
  );
}

/** The one popover; it can be entered with the pointer and closed with Esc (WCAG 1.4.13). */
export function FigurePeek(): ReactElement | null {
  const peeked = usePeeked();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ left: 0, top: 0 });

  useLayoutEffect(() => {
    if (peeked === null || box.current === null) return;
    const anchor = peeked.anchor.getBoundingClientRect();
    const own = box.current.getBoundingClientRect();
    const left = Math.max(8, Math.min(anchor.left, window.innerWidth - own.width - 8));
    const below = anchor.bottom + gap;
    const top =
      below + own.height > window.innerHeight - 8 ? Math.max(8, anchor.top - gap - own.height) : below;
    setAt({ left, top });
  }, [peeked]);

  if (peeked === null || !peeked.anchor.isConnected) return null;
  return (
    <div
      ref={box}
      className="peek"
      style={at}
      onMouseEnter={peek.stay}
      onMouseLeave={peek.leave}
      data-peek=""
    >
      <Facts peeked={peeked} />
    </div>
  );
}
