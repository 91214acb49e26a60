/** Hands a file made on this page to the browser's downloads. */
export const save = (name: string, type: string, content: string): void =>
  saveBytes(name, new Blob([content], { type: `${type};charset=utf-8` }));

/** The same for what came as bytes. */
export function saveBytes(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
