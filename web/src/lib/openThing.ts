import { useEffect } from 'react';
import { createStore, useStore } from './store';

const opened = createStore<readonly { name: string }[]>([]);

/** Names what is open on the page, such as an asset or a post, for the window title. The last one opened wins. */
export function useOpenThing(name: string | undefined): void {
  useEffect(() => {
    if (!name) return;
    const mine = { name };
    opened.set([...opened.get(), mine]);
    return () => opened.set(opened.get().filter((one) => one !== mine));
  }, [name]);
}

export function useNameOfOpenThing(): string | undefined {
  return useStore(opened).at(-1)?.name;
}
