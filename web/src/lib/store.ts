import { useSyncExternalStore } from 'react';

/** A value that lives outside React, and tells whoever follows it when it is replaced. */
export interface Store<Value> {
  readonly get: () => Value;
  readonly set: (next: Value) => void;
  /** Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const resets: (() => void)[] = [];

/** A store of the page that goes back to its first value when the member signs out. Made once, at the head of a module. */
export function createMemberStore<Value>(initial: Value): Store<Value> {
  const store = createStore(initial);
  resets.push(() => store.set(initial));
  return store;
}

export function emptyMemberStores(): void {
  for (const reset of resets) reset();
}

export function useStore<Value>({ subscribe, get }: Pick<Store<Value>, 'subscribe' | 'get'>): Value {
  return useSyncExternalStore(subscribe, get);
}
