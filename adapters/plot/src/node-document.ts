let made: Promise<Document> | undefined;

/**
 * A document outside the browser, made once and only when a plot is first drawn:
 * jsdom takes most of the half second that the first plot costs.
 */
export function nodeDocument(): Promise<Document> {
  made ??= import('jsdom').then(({ JSDOM }) => new JSDOM().window.document);
  return made;
}
