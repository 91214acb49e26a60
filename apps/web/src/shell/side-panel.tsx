import { ActionIcon } from '@mantine/core';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { Glyph } from '../figure/glyph.tsx';
import { useWords } from '../i18n.ts';
import { useKeys } from './keys.ts';

/** Beside the page at 1440, over it (without dimming) at 1024. Takes focus when it opens and gives it back. */
export function SidePanel({
  title,
  of,
  onClose,
  children,
}: {
  readonly title: string;
  /** What it is about: two things may have one title, and focus comes to the title for each. */
  readonly of?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const { say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element | null>(null);
  useKeys([{ code: 'Escape', act: onClose }]);
  useEffect(() => {
    opener.current = document.activeElement;
    return () => {
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    };
  }, []);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title, of]);
  return (
    <aside className="side" aria-label={`${say('drawer.name')}: ${title}`}>
      <header className="side-head">
        <h2 ref={heading} tabIndex={-1} className="t-section">
          {title}
        </h2>
        <ActionIcon aria-label={say('drawer.close')} onClick={onClose}>
          <Glyph name="close" size={16} />
        </ActionIcon>
      </header>
      <div className="side-body">{children}</div>
    </aside>
  );
}
