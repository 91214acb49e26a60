import { useEffect, useRef } from 'react';
import { preferences } from '../preferences.ts';

/**
 * One listener for the page. Keys are bound to `event.code`, because the Korean input method turns `j` into ㅓ;
 * they are ignored in inputs and while a syllable is being composed, and can be switched off.
 */
type Binding = { readonly code: string; readonly act: () => void; readonly shift?: boolean };

const stack: { bindings: readonly Binding[] }[] = [];
const goes = new Map<string, () => void>();
let waitingForPlace = false;
let waiting: ReturnType<typeof setTimeout> | undefined;

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

function move(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row-link]')];
  if (rows.length === 0) return;
  const here = rows.findIndex((row) => row === document.activeElement);
  const next =
    here === -1 ? (step === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, here + step));
  rows[next]?.focus();
  rows[next]?.scrollIntoView({ block: 'nearest' });
}

function pressed(event: KeyboardEvent): void {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (inField(event.target) || document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return;
  const { code } = event;
  if (!preferences().letterKeys && code !== 'Escape') return;
  if (waitingForPlace) {
    waitingForPlace = false;
    clearTimeout(waiting);
    const go = goes.get(code);
    if (go !== undefined) {
      event.preventDefault();
      go();
    }
    return;
  }
  const bound = stack
    .toReversed()
    .flatMap(({ bindings }) => bindings)
    .find((binding) => binding.code === code && (binding.shift ?? false) === event.shiftKey);
  if (bound !== undefined) {
    event.preventDefault();
    bound.act();
  } else if (event.shiftKey) return;
  else if (code === 'KeyJ') move(1);
  else if (code === 'KeyK') move(-1);
  else if (code === 'KeyG') {
    waitingForPlace = true;
    waiting = setTimeout(() => (waitingForPlace = false), 1200);
  } else if (code === 'Slash') {
    event.preventDefault();
    document.querySelector<HTMLElement>('main [data-filter]')?.focus();
  }
}

export function useKeys(bindings: readonly Binding[]): void {
  const layer = useRef<{ bindings: readonly Binding[] }>({ bindings });
  useEffect(() => {
    layer.current.bindings = bindings;
  });
  useEffect(() => {
    const own = layer.current;
    stack.push(own);
    if (stack.length === 1) document.addEventListener('keydown', pressed);
    return () => {
      stack.splice(stack.indexOf(own), 1);
      if (stack.length === 0) document.removeEventListener('keydown', pressed);
    };
  }, []);
}

/** `g` and then this letter goes there. */
export function useGo(places: readonly { readonly code: string; readonly go: () => void }[]): void {
  useEffect(() => {
    for (const place of places) goes.set(place.code, place.go);
    return () => {
      for (const place of places) goes.delete(place.code);
    };
  }, [places]);
}
