import { useEffect, useEffectEvent } from 'react';
import type { Filters } from '@/core/assets/filters';
import { hasLayerOnTop, isTyping } from '@/lib/keyboard';
import { everything } from './selection';
import { clearSelection, currentSelection, select } from './selectionStore';

/** Ctrl+A or Cmd+A selects everything the filter finds and Escape ends selecting, wherever the focus is. */
export function useSelectionKeys(filters: Filters, total: number, sleeps: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (sleeps || event.defaultPrevented || isTyping(event.target) || hasLayerOnTop()) return;
    if (event.key === 'Escape' && currentSelection().active) clearSelection();
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && total > 0)
      select(everything(filters, total));
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
