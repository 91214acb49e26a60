/** Every string that a person reads exists in both languages. */
export type Language = 'ko' | 'en';
export const languages: readonly Language[] = ['ko', 'en'];
export type Text = { readonly ko: string; readonly en: string };

/** Fills `{name}` slots. A slot with no value is a broken promise of our own code, so it throws. */
export function fill(template: string, slots: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([a-zA-Z0-9_-]+)\}/g, (_whole, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`no value for slot {${name}} in "${template}"`);
    return String(value);
  });
}
