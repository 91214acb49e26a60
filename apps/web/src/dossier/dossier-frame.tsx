import { useEffect, useRef, useState, type ReactElement } from 'react';

export type Heading = {
  readonly key: string;
  readonly text: string;
  readonly deep: boolean;
  readonly go: () => void;
};

// The contents stand beside the frame, where they stay in view.
const liveStyle = `
  nav.contents { display: none; }
  .page { grid-template-columns: minmax(0, 1fr); padding: 24px 32px; }
  a[data-node], span[data-node] { cursor: pointer; text-decoration: underline dotted #1B55C4; text-underline-offset: 3px; border-radius: 2px; }
  a[data-node]:hover, span[data-node]:hover, [data-node]:focus-visible { outline: 2px solid #1B55C4; outline-offset: 2px; }
  [data-node][aria-expanded="true"] { background: #E8EFFC; }
`;

const live = 'a[data-node], span[data-node]';

/** Numbers in text as they are; a number that is a whole cell gets a span inside it, so that the cell stays a cell. */
function liveNumbers(inner: Document): readonly HTMLElement[] {
  for (const cell of inner.querySelectorAll<HTMLElement>('td[data-node]')) {
    if (cell.querySelector(live) !== null) continue;
    const span = inner.createElement('span');
    span.dataset['node'] = cell.dataset['node'];
    span.append(...cell.childNodes);
    cell.append(span);
  }
  return [...inner.querySelectorAll<HTMLElement>(live)];
}

/** The page's own fonts for the frame, which has none of ours: every font rule with its address made whole. */
function fontRules(): string {
  const sheets = [...document.styleSheets].filter(
    (sheet) => sheet.href === null || sheet.href.startsWith(location.origin),
  );
  return sheets
    .flatMap((sheet) => [...sheet.cssRules].map((rule) => ({ rule, base: sheet.href ?? location.href })))
    .filter(({ rule }) => rule instanceof CSSFontFaceRule)
    .map(({ rule, base }) =>
      rule.cssText.replace(
        /url\("([^"]+)"\)/g,
        (_whole, path: string) => `url("${new URL(path, base).href}")`,
      ),
    )
    .join('\n');
}

/**
 * The document in a sandboxed frame: it can run no script, submit no form and open no window, so that even a document
 * from a stranger only shows itself. From outside, its numbers become buttons and its headings the contents.
 */
export function DossierFrame({
  html,
  title,
  chosen,
  onRead,
  onOpen,
}: {
  readonly html: string;
  readonly title: string;
  readonly chosen: string | null;
  readonly onRead: (headings: readonly Heading[], figures: number) => void;
  readonly onOpen: (node: string) => void;
}): ReactElement {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(600);
  const acts = useRef({ onRead, onOpen });
  useEffect(() => {
    acts.current = { onRead, onOpen };
  });

  const loaded = (): void => {
    const inner = frame.current?.contentDocument;
    if (inner === null || inner === undefined || inner.body === null) return;
    const style = inner.createElement('style');
    style.textContent = fontRules() + liveStyle;
    inner.head.append(style);
    const figures = liveNumbers(inner);
    for (const figure of figures) {
      const node = figure.dataset['node'] ?? '';
      if (figure.tagName !== 'A') {
        figure.tabIndex = 0;
        figure.setAttribute('role', 'button');
      }
      figure.setAttribute('aria-expanded', 'false');
      figure.addEventListener('click', (event) => {
        event.preventDefault();
        acts.current.onOpen(node);
      });
      figure.addEventListener('keydown', (event) => {
        if (event.isComposing || !['Enter', 'Space', 'KeyL'].includes(event.code)) return;
        event.preventDefault();
        acts.current.onOpen(node);
      });
    }
    const headings = [...inner.querySelectorAll<HTMLElement>('h2, h3')].map((heading, at) => ({
      key: `${at} ${heading.textContent}`,
      text: heading.textContent,
      deep: heading.tagName === 'H3',
      go: () => {
        const top = (frame.current?.getBoundingClientRect().top ?? 0) + heading.getBoundingClientRect().top;
        window.scrollBy({ top: top - 84, behavior: 'auto' });
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      },
    }));
    acts.current.onRead(headings, figures.length);
    const measure = (): void => setHeight(Math.max(600, inner.documentElement.scrollHeight));
    measure();
    new ResizeObserver(measure).observe(inner.body);
  };

  useEffect(() => {
    const inner = frame.current?.contentDocument;
    for (const figure of inner?.querySelectorAll<HTMLElement>(live) ?? []) {
      figure.setAttribute('aria-expanded', String(figure.dataset['node'] === chosen));
    }
  }, [chosen, height]);

  return (
    <iframe
      ref={frame}
      className="paper"
      title={title}
      sandbox="allow-same-origin"
      srcDoc={html}
      style={{ height }}
      onLoad={loaded}
    />
  );
}
