import type { Language } from '@daero/domain/text';
import { useSyncExternalStore } from 'react';
import { asLanguage } from './i18n.ts';

export type Density = 'compact' | 'standard' | 'roomy';
export const densities: readonly Density[] = ['compact', 'standard', 'roomy'];
export type SchemeChoice = 'light' | 'dark' | 'auto';

export type Preferences = {
  readonly language: Language;
  readonly density: Density;
  /** Single-letter keys can be switched off (WCAG 2.1.4). */
  readonly letterKeys: boolean;
  readonly project: string | null;
  readonly recent: readonly string[];
};

const place = 'daero.preferences';

const stored = (): Partial<Preferences> => {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {}; // a private window has no storage; the defaults serve
  }
};

function read(): Preferences {
  const kept = stored();
  const asked = asLanguage(new URLSearchParams(location.search).get('lang'));
  return {
    language: asked ?? asLanguage(kept.language) ?? asLanguage(navigator.language) ?? 'ko',
    density: densities.find((density) => density === kept.density) ?? 'standard',
    letterKeys: kept.letterKeys ?? true,
    project: kept.project ?? null,
    recent: Array.isArray(kept.recent) ? kept.recent : [],
  };
}

let current: Preferences = read();
const listeners = new Set<() => void>();

export const preferences = (): Preferences => current;

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(place, JSON.stringify(current));
  } catch {
    // Remembering is a courtesy; the choice still holds for this visit.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences);
