import type { Text } from '@daero/domain/text';
import { Button } from '@mantine/core';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { ServerProblem } from '../api.ts';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import './parts.css';

/** Six ways for a box to have nothing to show, and none looks like another. */
export function Empty({
  what,
  why,
  action,
}: {
  readonly what: string;
  readonly why: string;
  readonly action?: ReactNode;
}): ReactElement {
  return (
    <div className="blank blank-empty">
      <p className="strong">{what}</p>
      <p className="quiet">{why}</p>
      {action}
    </div>
  );
}

/** Nothing for 300 ms, then the shape of what will come, and after 2 s what is waited for. */
export function Loading({
  rows = 6,
  what,
}: {
  readonly rows?: number;
  readonly what: string;
}): ReactElement | null {
  const { say } = useWords();
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    const timers = [300, 2000].map((at) => setTimeout(() => setWaited(at), at));
    return () => timers.forEach(clearTimeout);
  }, []);
  if (waited === 0) return <div className="blank-wait" />;
  return (
    <div className="blank-loading" role="status" aria-label={`${say('blank.loading')}: ${what}`}>
      {waited >= 2000 && <p className="t-dense quiet">{say('blank.slow', { what })}</p>}
      {Array.from({ length: rows }, (_, at) => (
        <span key={at} className="bone" style={{ width: `${92 - ((at * 17) % 38)}%` }} />
      ))}
    </div>
  );
}

export type Trouble = {
  readonly happened: string;
  readonly where: string | null;
  readonly todo: string | null;
  readonly code: string;
};

export function Failed({
  trouble,
  onRetry,
}: {
  readonly trouble: Trouble;
  readonly onRetry?: () => void;
}): ReactElement {
  const { say } = useWords();
  return (
    <div className="blank blank-error" role="alert">
      <p className="strong role-bad">
        <Glyph name="failed" /> {trouble.happened}
      </p>
      <dl className="pairs t-dense">
        {trouble.where !== null && (
          <div>
            <dt>{say('blank.where')}</dt>
            <dd className="hash">{trouble.where}</dd>
          </div>
        )}
        {trouble.todo !== null && (
          <div>
            <dt>{say('blank.todo')}</dt>
            <dd>{trouble.todo}</dd>
          </div>
        )}
        <div>
          <dt>{say('blank.code')}</dt>
          <dd className="hash">{trouble.code}</dd>
        </div>
      </dl>
      {onRetry !== undefined && <Button onClick={onRetry}>{say('blank.retry')}</Button>}
    </div>
  );
}

export function NoAccess({
  what,
  grantor,
  onRequest,
}: {
  readonly what: string;
  readonly grantor: string;
  readonly onRequest?: () => void;
}): ReactElement {
  const { say } = useWords();
  return (
    <div className="blank blank-closed">
      <p className="strong">
        <Glyph name="no-access" /> {what}
      </p>
      <p className="quiet">{say('blank.grantor', { who: grantor })}</p>
      {onRequest !== undefined && <Button onClick={onRequest}>{say('blank.request')}</Button>}
    </div>
  );
}

/** The value stays; its age and cause stand above it. */
export function Stale({
  age,
  cause,
  children,
}: {
  readonly age: string;
  readonly cause: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="blank-stale">
      <p className="t-dense role-warn">
        <Glyph name="stale" /> <span className="strong">{age}</span> · {cause}
      </p>
      {children}
    </div>
  );
}

export function Suppressed({ smallestCell }: { readonly smallestCell: number }): ReactElement {
  const { say } = useWords();
  return (
    <div className="blank blank-suppressed">
      <p>
        <Glyph name="suppressed" /> {say('blank.suppressed', { cell: smallestCell })}
      </p>
    </div>
  );
}

/** What a failed question looks like: no access where the server refuses the role, trouble otherwise. */
export function QueryTrouble({
  error,
  onRetry,
}: {
  readonly error: Error;
  readonly onRetry: () => void;
}): ReactElement {
  const { say, text } = useWords();
  if (!(error instanceof ServerProblem)) {
    return (
      <Failed
        trouble={{ happened: say('blank.error'), where: null, todo: null, code: error.message }}
        onRetry={onRetry}
      />
    );
  }
  const { problem } = error;
  const spoken: Text = { ko: problem.ko, en: problem.en };
  if (problem.status === 403) return <NoAccess what={text(spoken)} grantor={say('role.operator')} />;
  return (
    <Failed
      trouble={{ happened: text(spoken), where: null, todo: null, code: problem.kind }}
      onRetry={onRetry}
    />
  );
}
