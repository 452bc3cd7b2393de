import { useCallback, useState } from 'react';
import { rememberedNumber } from './remembered';

/** A number this browser remembers between visits, such as the tile size. */
export function useRememberedNumber(key: string, initial: number): [number, (value: number) => void] {
  const [value, setValue] = useState(() => rememberedNumber(key) ?? initial);
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
