import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../i18n.ts';
import { PageHeader, type PageHead } from './page-header.tsx';
import './patterns.css';

type Framed = { readonly head: PageHead; readonly drawer?: ReactNode };

/** Content with the drawer beside it (over it where the window is narrow). */
const Frame = ({ head, drawer, children }: Framed & { readonly children: ReactNode }): ReactElement => (
  <div className="with-side">
    <div className="page">
      <PageHeader head={head} />
      {children}
    </div>
    {drawer}
  </div>
);

/** LIST: a filter sentence, chips, a table, a bulk bar at the foot; a row opens the drawer. */
export const ListPage = ({
  head,
  drawer,
  filter,
  table,
  bulk,
  after,
}: Framed & {
  readonly filter?: ReactNode;
  readonly table: ReactNode;
  readonly bulk?: ReactNode;
  readonly after?: ReactNode;
}): ReactElement => (
  <Frame head={head} drawer={drawer}>
    {filter !== undefined && <div className="list-filter">{filter}</div>}
    <div className="panel list-table">{table}</div>
    {bulk !== undefined && <div className="list-bulk">{bulk}</div>}
    {after}
  </Frame>
);

export type Section = { readonly id: string; readonly title: string; readonly body: ReactNode };

/** DETAIL: sections in one scroll, their anchors at the left, the drawer at the right. */
export function DetailPage({
  head,
  drawer,
  road,
  sections,
}: Framed & {
  readonly road?: ReactNode;
  readonly sections: readonly Section[];
}): ReactElement {
  const { say } = useWords();
  return (
    <Frame head={head} drawer={drawer}>
      {road !== undefined && <div className="detail-road">{road}</div>}
      <div className="detail">
        <nav className="anchors t-dense" aria-label={say('page.contents')}>
          <ol>
            {sections.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`}>{section.title}</a>
              </li>
            ))}
          </ol>
        </nav>
        <div className="detail-body">
          {sections.map((section) => (
            <section key={section.id} id={section.id} aria-labelledby={`${section.id}-title`}>
              <h2 id={`${section.id}-title`} className="t-section">
                {section.title}
              </h2>
              {section.body}
            </section>
          ))}
        </div>
      </div>
    </Frame>
  );
}

/** BOARD: rows by columns, both heads sticky, a legend; a cell opens the drawer. */
export const BoardPage = ({
  head,
  drawer,
  legend,
  board,
}: Framed & {
  readonly legend: ReactNode;
  readonly board: ReactNode;
}): ReactElement => (
  <Frame head={head} drawer={drawer}>
    <div className="board-legend t-dense">{legend}</div>
    {board}
  </Frame>
);

/** DOCUMENT: contents 200, text 680, margin notes and lineage 420. */
export const DocumentPage = ({
  head,
  drawer,
  contents,
  text,
}: Framed & {
  readonly contents: ReactNode;
  readonly text: ReactNode;
}): ReactElement => (
  <Frame head={head} drawer={drawer}>
    <div className="document">
      <div className="document-contents">{contents}</div>
      <div className="document-text">{text}</div>
    </div>
  </Frame>
);

/** CONSOLE: a time range and a status strip, streams and queues, the event table. */
export const ConsolePage = ({
  head,
  drawer,
  strip,
  streams,
  events,
}: Framed & {
  readonly strip: ReactNode;
  readonly streams: ReactNode;
  readonly events: ReactNode;
}): ReactElement => (
  <Frame head={head} drawer={drawer}>
    <div className="console-strip panel t-dense">{strip}</div>
    <div className="console-streams">{streams}</div>
    <div className="panel">{events}</div>
  </Frame>
);

/** LIVE MODEL: controls 320, the decision line sticky above result and plots, scenarios below. */
export const LiveModelPage = ({
  head,
  drawer,
  controls,
  decision,
  results,
  scenarios,
}: Framed & {
  readonly controls: ReactNode;
  readonly decision: ReactNode;
  readonly results: ReactNode;
  readonly scenarios: ReactNode;
}): ReactElement => (
  <Frame head={head} drawer={drawer}>
    <div className="live">
      <div className="live-controls">{controls}</div>
      <div className="live-results">
        <div className="live-decision" aria-live="polite">
          {decision}
        </div>
        {results}
      </div>
    </div>
    {scenarios}
  </Frame>
);
