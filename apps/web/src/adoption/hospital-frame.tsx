import type { AdoptionRowView } from '@daero/api/schemas/adoption';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../i18n.ts';
import { DemoLabel } from '../parts/demo-ribbon.tsx';
import type { PageHead } from '../patterns/page-header.tsx';
import '../pathway/pathway.css';
import './adoption.css';

/** The same head on every page of a hospital: which hospital, which product, and the ways to its other pages. */
export function useHospitalHead(row: AdoptionRowView, here: string): Pick<PageHead, 'crumbs' | 'labels'> {
  const { say, text } = useWords();
  return {
    crumbs: [
      <Link key="adoption" to="/adoption">
        {say('adoption.title')}
      </Link>,
      <Link key="hospital" to="/hospitals/$adoption" params={{ adoption: row.id }}>
        {text(row.hospital.name)}
      </Link>,
      <span key="here">{here}</span>,
    ],
    labels: row.demonstration ? <DemoLabel kind="generated" /> : null,
  };
}

/** Which product at which hospital, in one line. */
export function About({
  row,
  children,
}: {
  readonly row: AdoptionRowView;
  readonly children?: ReactNode;
}): ReactElement {
  const { text } = useWords();
  return (
    <>
      <span className="now-line quiet">
        {text(row.hospital.name)} · {text(row.product)} <span className="hash">{row.productVersion}</span> ·{' '}
        {text(row.indication)}
      </span>
      {children}
    </>
  );
}

export function HospitalTabs({
  row,
  inRoom = false,
}: {
  readonly row: AdoptionRowView;
  /** A room belongs to the layers. */
  readonly inRoom?: boolean;
}): ReactElement {
  const { say } = useWords();
  const params = { adoption: row.id };
  return (
    <nav className="tabs" aria-label={say('hospital.pages')}>
      <Link
        to="/hospitals/$adoption"
        params={params}
        activeOptions={{ exact: true }}
        className={`tab ${inRoom ? 'tab-here' : ''}`}
      >
        {say('hospital.decisions')}
      </Link>
      <Link to="/hospitals/$adoption/readiness" params={params} className="tab">
        {say('hospital.readiness')}
      </Link>
      <Link to="/hospitals/$adoption/procurement" params={params} className="tab">
        {say('hospital.procurement')}
      </Link>
      <Link to="/hospitals/$adoption/use" params={params} className="tab">
        {say('hospital.use')}
      </Link>
      <Link
        to="/security/$product"
        params={{ product: row.productVersion.split('@')[0] ?? '' }}
        className="tab"
      >
        {say('hospital.security')}
      </Link>
    </nav>
  );
}
