import { useEffect, useSyncExternalStore } from 'react';
import type { DemoKind } from '../parts/demo-ribbon.tsx';

/** What the page in view says of itself, for the ribbon above every page. */
let said: readonly DemoKind[] = [];
const listeners = new Set<() => void>();

function tell(next: readonly DemoKind[]): void {
  said = next;
  for (const listener of listeners) listener();
}

/** A page that shows demonstration data says so for as long as it is in view. */
export function useSaysDemonstration(kind: DemoKind, applies: boolean): void {
  useEffect(() => {
    if (!applies) return;
    tell([...said, kind]);
    return () => tell(said.filter((_one, at) => at !== said.lastIndexOf(kind)));
  }, [kind, applies]);
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useSaidKinds = (): readonly DemoKind[] => useSyncExternalStore(subscribe, () => said);
