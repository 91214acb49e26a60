let made: Promise<Document> | undefined;

/** A document outside the browser, made once and only when a plot is first drawn. */
export function nodeDocument(): Promise<Document> {
  made ??= import('@mixmark-io/domino').then(
    ({ createWindow }) => createWindow('<!doctype html><html><body></body></html>').document,
  );
  return made;
}
