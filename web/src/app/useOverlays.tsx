import { type ReactNode, useEffect, useState } from 'react';
import { openComposer } from '@/core/posts/openComposer';
import { useGroup } from '@/core/session/session';
import { hasLayerOnTop, isTyping } from '@/lib/keyboard';
import { lazyPart } from '@/ui/lazyPart';

const KeyboardHelp = lazyPart(() => import('./KeyboardHelp'));
const Palette = lazyPart(() => import('./Palette'));

/** What a key opens over any page: the command palette (Ctrl or Cmd with K), the list of keys (?), a new post (n). */
export function useOverlays(): ReactNode {
  const plans = useGroup().role !== 'viewer';
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isPalette = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
      const isHelp = event.key === '?' && !event.ctrlKey && !event.metaKey && !isTyping(event.target);
      const isNew = event.key === 'n' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isNew && plans && !isTyping(event.target) && !hasLayerOnTop()) {
        event.preventDefault();
        openComposer({});
      }
      if (!isPalette && !isHelp) return;
      event.preventDefault();
      // The open menu or dialog comes first; two layers would compete for the keys.
      if (!hasLayerOnTop()) setOpen(isPalette ? 'palette' : 'help');
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [plans]);

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
