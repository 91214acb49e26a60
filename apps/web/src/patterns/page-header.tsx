import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useWords } from '../i18n.ts';
import { titleShown } from '../shell/title-focus.ts';

export type KeyFigure = { readonly name: string; readonly figure: ReactNode };
export type PageHead = {
  readonly title: string;
  /** Product > case > object; the last is where one is. */
  readonly crumbs?: readonly ReactNode[];
  /** Labels that a thing never goes without (reference device, demonstration data). */
  readonly labels?: ReactNode;
  /** The page's state in one sentence. */
  readonly state: ReactNode;
  /** At most four. */
  readonly figures?: readonly KeyFigure[];
  /** The one primary action, with quiet ones before it. */
  readonly action?: ReactNode;
};

/** The same header on every page: where, what, which state, key figures, the one primary action. */
export function PageHeader({ head }: { readonly head: PageHead }): ReactElement {
  const { say } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => titleShown(title.current), []);
  return (
    <header className="page-head">
      <title>{`${head.title} · ${say('app.name')}`}</title>
      <div>
        {head.crumbs !== undefined && (
          <nav aria-label={say('crumbs.name')}>
            <ol className="crumbs">
              {head.crumbs.map((crumb, at) => (
                <li key={at}>
                  {crumb}
                  {at < (head.crumbs?.length ?? 0) - 1 && <span aria-hidden="true"> ›</span>}
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className="row">
          <h1 ref={title} className="t-page" tabIndex={-1}>
            {head.title}
          </h1>
          {head.labels}
        </div>
        <div className="page-state">{head.state}</div>
      </div>
      {head.action !== undefined && <div className="page-acts">{head.action}</div>}
      {head.figures !== undefined && head.figures.length > 0 && (
        <dl className="page-figures" aria-label={say('page.keyFigures')}>
          {head.figures.slice(0, 4).map(({ name, figure }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{figure}</dd>
            </div>
          ))}
        </dl>
      )}
    </header>
  );
}
