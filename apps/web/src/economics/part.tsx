import type { ReactElement, ReactNode } from 'react';

/** A part of the page under its own heading. */
export const Part = ({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement => (
  <section className="model-part" aria-labelledby={id}>
    <h2 id={id} className="t-section">
      {title}
    </h2>
    {children}
  </section>
);

/** A table that scrolls within itself. */
export const TableFrame = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}): ReactElement => (
  <div className="panel frame-x" tabIndex={0} role="group" aria-label={name}>
    <table className="tbl model-table">
      <caption className="sr">{name}</caption>
      {children}
    </table>
  </div>
);
