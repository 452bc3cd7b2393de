import { useCallback, useRef, useState } from 'react';
import { anchorOf, type MenuAnchor } from './anchor';

/** A button that opens an `AnchoredMenu`: its props, where the menu goes, and how it closes. */
export function useMenuButton() {
  const button = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<MenuAnchor | null>(null);
  const close = useCallback(() => {
    setAnchor(null);
    button.current?.focus({ preventScroll: true });
  }, []);
  const props = {
    ref: button,
    'aria-haspopup': 'menu',
    'aria-expanded': anchor !== null,
    onClick: () => setAnchor((now) => (now || !button.current ? null : anchorOf(button.current))),
  } as const;
  return { props, anchor, close };
}
