import { useSyncExternalStore } from 'react';

/** A value outside React that notifies its subscribers when it is replaced. */
export interface Store<Value> {
  readonly get: () => Value;
  readonly set: (next: Value) => void;
  /** Returns the function that unsubscribes. */
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

/** A store that returns to its initial value when the member signs out. Create it once, at module level. */
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
