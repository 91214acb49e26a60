import { levelWords } from '@daero/domain/format/estimate';
import { formatCount } from '@daero/domain/format/number';
import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent, ReactElement } from 'react';
import { useWords } from '../i18n.ts';
import { announce } from '../shell/announce.ts';
import {
  citation,
  conditionGlyph,
  conditionRole,
  conditionWords,
  printFigure,
  shortHash,
  spokenFigure,
  stateGlyph,
  stateKey,
  stateRole,
  type FigureFacts,
} from './figure-facts.ts';
import './figure.css';
import { Glyph } from './glyph.tsx';
import { peek } from './peek.ts';

export type FigureSize = 'inline' | 'panel' | 'key';

/** The rest of the line: state, n, origin, node. */
function FigureMeta({
  facts,
  size,
}: {
  readonly facts: FigureFacts;
  readonly size: FigureSize;
}): ReactElement {
  const { language, say } = useWords();
  const condition = conditionWords(facts.condition, language);
  const conditionMark = conditionGlyph[facts.condition.is];
  return (
    <span className="fig-meta">
      <span className={`fig-state ${stateRole[facts.state]}`}>
        <Glyph name={stateGlyph(facts.state)} /> {say(stateKey(facts.state))}
      </span>
      {condition !== null && conditionMark !== null && (
        <span className={`fig-state ${conditionRole[facts.condition.is]}`}>
          <Glyph name={conditionMark} /> {condition}
        </span>
      )}
      {facts.n !== null && <span className="nowrap">n {formatCount(facts.n)}</span>}
      {size !== 'inline' && facts.sites !== undefined && (
        <span className="nowrap">{say('figure.sites', { sites: facts.sites })}</span>
      )}
      {size !== 'inline' && facts.snapshot !== undefined && (
        <span className="nowrap">{say('figure.snapshot', { snapshot: facts.snapshot })}</span>
      )}
      {size !== 'inline' && facts.node !== null && <span className="hash">{shortHash(facts.node)}</span>}
    </span>
  );
}

/**
 * A number as a live object: value, interval, state, n, origin. Click or Enter opens its lineage, `l` too;
 * `c` copies a citation; hover or focus shows the rest. With `bare` the value stands alone in a table whose
 * columns carry state and n.
 */
export function Figure({
  facts,
  size = 'inline',
  bare = false,
  shown,
  onOpen,
}: {
  readonly facts: FigureFacts;
  readonly size?: FigureSize;
  readonly bare?: boolean;
  /** In a claim: the words as the claim prints them, instead of value and interval. */
  readonly shown?: string;
  readonly onOpen?: (node: string) => void;
}): ReactElement {
  const { language, say } = useWords();
  const navigate = useNavigate();
  const printed = printFigure(facts, language);
  const condition = facts.condition;
  const mark = conditionGlyph[condition.is];

  const open = (): void => {
    peek.close();
    if (facts.node === null) return;
    if (onOpen !== undefined) onOpen(facts.node);
    else void navigate({ to: '/n/$hash', params: { hash: facts.node } });
  };
  const copy = (): void => {
    navigator.clipboard.writeText(citation(facts, language)).then(
      () => announce(say('figure.copied')),
      () => announce(say('figure.copyFailed')),
    );
  };
  const pressed = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.code === 'KeyC') copy();
    else if (event.code === 'KeyL') open();
    else if (event.code === 'Escape' && peek.close()) event.stopPropagation();
    else return;
    event.preventDefault();
  };

  return (
    <button
      type="button"
      className={`fig fig-${size} fig-${facts.state} fig-is-${condition.is}`}
      aria-label={spokenFigure(facts, language)}
      data-node={facts.node ?? undefined}
      onClick={open}
      onKeyDown={pressed}
      onMouseEnter={(event) => peek.open({ facts, anchor: event.currentTarget }, 250)}
      onMouseLeave={peek.leave}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible'))
          peek.open({ facts, anchor: event.currentTarget }, 0);
      }}
      onBlur={peek.leave}
    >
      {printed === null ? (
        <span className={`fig-void ${conditionRole[condition.is]}`}>
          <span className="fig-dash">—</span>
          {mark !== null && mark !== 'withheld' && <Glyph name={mark} />}{' '}
          {conditionWords(condition, language) ?? say('figure.none')}
        </span>
      ) : (
        <>
          <span className="fig-value">{shown ?? printed.value}</span>
          {shown === undefined && printed.interval !== null && (
            <span className="fig-interval">
              ({!bare && `${levelWords(facts.level, language, facts.intervalKind ?? 'confidence')} `}
              {printed.interval})
            </span>
          )}
          {(bare || shown !== undefined) && mark !== null && (
            <span className={`fig-mark ${conditionRole[condition.is]}`}>
              <Glyph name={mark} />
            </span>
          )}
        </>
      )}
      {!bare && shown === undefined && (printed !== null || size !== 'inline') && (
        <FigureMeta facts={facts} size={size} />
      )}
    </button>
  );
}
