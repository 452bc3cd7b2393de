import { useCallback, useState } from 'react';

/** A number this browser remembers between visits, such as the size of the tiles. */
export function useRememberedNumber(key: string, initial: number): [number, (value: number) => void] {
  const [value, setValue] = useState(() => read(key) ?? initial);
  const remember = useCallback(
    (next: number) => {
      setValue(next);
      try {
        localStorage.setItem(key, String(next));
      } catch {
        // Private windows may refuse storage; the value then lasts as long as the page.
      }
    },
    [key],
  );
  return [value, remember];
}

function read(key: string): number | null {
  try {
    const text = localStorage.getItem(key);
    const value = Number(text);
    return text === null || !Number.isFinite(value) ? null : value;
  } catch {
    return null;
  }
}
