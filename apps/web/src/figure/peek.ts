import { useSyncExternalStore } from 'react';
import type { FigureFacts } from './figure-facts.ts';

/** One popover for every figure on the page: what it shows and beside what. */
export type Peeked = { readonly facts: FigureFacts; readonly anchor: HTMLElement };

let peeked: Peeked | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

const show = (next: Peeked | null): void => {
  peeked = next;
  for (const listener of listeners) listener();
};

export const peek = {
  /** Hover waits a moment; focus does not. */
  open: (next: Peeked, wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => show(next), wait);
  },
  /** Long enough for the pointer to travel into the popover. */
  leave: (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => show(null), 160);
  },
  stay: (): void => clearTimeout(timer),
  close: (): boolean => {
    clearTimeout(timer);
    const wasOpen = peeked !== null;
    if (wasOpen) show(null);
    return wasOpen;
  },
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePeeked = (): Peeked | null => useSyncExternalStore(subscribe, () => peeked);
