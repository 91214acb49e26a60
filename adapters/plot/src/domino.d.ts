/** The one thing used of domino; its own types speak of the whole DOM. */
declare module '@mixmark-io/domino' {
  export function createWindow(html: string): { readonly document: Document };
}
