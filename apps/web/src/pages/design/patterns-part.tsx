import type { ReactElement } from 'react';
import { useWords } from '../../i18n.ts';
import type { WordKey } from '../../words.ts';

type Box = { readonly name: WordKey; readonly area: string };
type Pattern = {
  readonly name: WordKey;
  readonly areas: string;
  readonly columns: string;
  readonly boxes: readonly Box[];
};

/** The six layouts in small; the components of the same names in `patterns.tsx` draw the pages. */
const patterns: readonly Pattern[] = [
  {
    name: 'pattern.list',
    columns: '1fr 64px',
    areas: '"f d" "t d" "t d" "b d"',
    boxes: [
      { name: 'pattern.filter', area: 'f' },
      { name: 'pattern.table', area: 't' },
      { name: 'pattern.bulk', area: 'b' },
      { name: 'pattern.drawer', area: 'd' },
    ],
  },
  {
    name: 'pattern.detail',
    columns: '60px 1fr 64px',
    areas: '"h h d" "a s d" "a s d" "a s d"',
    boxes: [
      { name: 'pattern.road', area: 'h' },
      { name: 'pattern.anchors', area: 'a' },
      { name: 'pattern.sections', area: 's' },
      { name: 'pattern.drawer', area: 'd' },
    ],
  },
  {
    name: 'pattern.board',
    columns: '1fr 64px',
    areas: '"l d" "c d" "c d" "c d"',
    boxes: [
      { name: 'pattern.legend', area: 'l' },
      { name: 'pattern.cells', area: 'c' },
      { name: 'pattern.drawer', area: 'd' },
    ],
  },
  {
    name: 'pattern.document',
    columns: '60px 1fr 90px',
    areas: '"a t m" "a t m" "a t m" "a t m"',
    boxes: [
      { name: 'pattern.anchors', area: 'a' },
      { name: 'pattern.text', area: 't' },
      { name: 'pattern.margin', area: 'm' },
    ],
  },
  {
    name: 'pattern.console',
    columns: '1fr',
    areas: '"s" "q" "q" "e"',
    boxes: [
      { name: 'pattern.strip', area: 's' },
      { name: 'pattern.streams', area: 'q' },
      { name: 'pattern.events', area: 'e' },
    ],
  },
  {
    name: 'pattern.live',
    columns: '90px 1fr',
    areas: '"c d" "c r" "c r" "s s"',
    boxes: [
      { name: 'pattern.controls', area: 'c' },
      { name: 'pattern.decision', area: 'd' },
      { name: 'pattern.results', area: 'r' },
      { name: 'pattern.scenarios', area: 's' },
    ],
  },
];

export function Patterns(): ReactElement {
  const { say } = useWords();
  return (
    <div className="design-cards">
      {patterns.map((pattern) => (
        <div key={pattern.name}>
          <h3 className="t-dense strong">{say(pattern.name)}</h3>
          <div
            className="mini"
            style={{ gridTemplateAreas: pattern.areas, gridTemplateColumns: pattern.columns }}
          >
            {pattern.boxes.map((box) => (
              <span key={box.area} style={{ gridArea: box.area }}>
                {say(box.name)}
              </span>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
