import { type ReactNode, useEffect, useState } from 'react';
import { hasLayerOnTop, isTyping } from '@/lib/keyboard';
import { later } from '@/ui/later';

const KeyboardHelp = later(() => import('./KeyboardHelp'));
const Palette = later(() => import('./Palette'));

/** What opens over any page by a key: the command palette (Ctrl or Cmd with K) and the list of keys (?). */
export function useOverlays(): ReactNode {
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isPalette = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
      const isHelp = event.key === '?' && !event.ctrlKey && !event.metaKey && !isTyping(event.target);
      if (!isPalette && !isHelp) return;
      event.preventDefault();
      // A menu or a dialog finishes first; two layers would fight for the keys.
      if (!hasLayerOnTop()) setOpen(isPalette ? 'palette' : 'help');
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  const close = () => setOpen(null);
  return (
    <>
      {open === 'palette' && (
        <Palette
          onHelp={() => setOpen('help')}
          onClose={() => setOpen((now) => (now === 'palette' ? null : now))}
        />
      )}
      {open === 'help' && <KeyboardHelp onClose={close} />}
    </>
  );
}
