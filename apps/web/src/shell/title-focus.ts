/** After a move to another page the title takes focus, as soon as the page has one. */
let waiting = false;

export const awaitTitle = (): void => {
  const title = document.querySelector<HTMLElement>('main h1');
  waiting = title === null;
  title?.focus({ preventScroll: true });
};

export const titleShown = (title: HTMLElement | null): void => {
  if (!waiting || title === null) return;
  waiting = false;
  title.focus({ preventScroll: true });
};
