import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../i18n.ts';
import { Failed, QueryTrouble, type Trouble } from '../parts/blank.tsx';
import { PageHeader } from './page-header.tsx';

/** A page that cannot be shown is a page all the same: a title, the address, what happened, and the way back. */
function TroubleFrame({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  const { say } = useWords();
  return (
    <div className="page">
      <PageHeader
        head={{
          title,
          state: <span className="hash">{location.pathname}</span>,
          action: <Link to="/work">{say('page.toWork')}</Link>,
        }}
      />
      {children}
    </div>
  );
}

export const TroublePage = ({
  title,
  trouble,
}: {
  readonly title: string;
  readonly trouble: Omit<Trouble, 'where'>;
}): ReactElement => (
  <TroubleFrame title={title}>
    <Failed trouble={{ ...trouble, where: null }} />
  </TroubleFrame>
);

/** The same for a question that the server did not answer, or a page that did not arrive. */
export function QueryTroublePage({
  error,
  onRetry,
}: {
  readonly error: Error;
  readonly onRetry: () => void;
}): ReactElement {
  const { say } = useWords();
  return (
    <TroubleFrame title={say('page.trouble')}>
      <QueryTrouble error={error} onRetry={onRetry} />
    </TroubleFrame>
  );
}
