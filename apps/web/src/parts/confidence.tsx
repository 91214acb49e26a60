import type { ReactElement } from 'react';
import { useWords } from '../i18n.ts';
import './parts.css';

export const confidences = ['unverified', 'press', 'inferred', 'stated'] as const;
export type Certainty = (typeof confidences)[number];

/** How sure a rule is. Bars with words; after the first use on a page the words may go, but "unverified" never loses its label. */
export function Confidence({
  level,
  words = true,
}: {
  readonly level: Certainty;
  readonly words?: boolean;
}): ReactElement {
  const { say } = useWords();
  const bars = confidences.indexOf(level);
  const word = say(`confidence.${level}`);
  const spelled = words || level === 'unverified';
  return (
    <span className="confidence t-dense">
      <svg
        className="bars"
        viewBox="0 0 20 12"
        role={spelled ? 'presentation' : 'img'}
        aria-label={spelled ? undefined : word}
      >
        {[0, 1, 2].map((at) => (
          <rect
            key={at}
            x={at * 7 + 0.75}
            y={0.75}
            width={4.5}
            height={10.5}
            fill={at < bars ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth={1.2}
          />
        ))}
      </svg>
      {spelled && <span>{word}</span>}
    </span>
  );
}
