import { useEffect, useRef } from 'react';
import { hasLayerOnTop, isTyping } from '@/lib/keyboard';

/** Closes the sheet on Escape, and returns the focus to where it was before the sheet or the viewer opened. */
export function useRestoreFocus(asset: string | undefined, full: boolean, close: () => void): void {
  // However they were closed (Escape, ✕, Back), the arrow keys continue from that tile.
  const wasOpen = useRef(asset);
  useEffect(() => {
    if (wasOpen.current && !asset) focusTile(wasOpen.current);
    wasOpen.current = asset;
  }, [asset]);

  const wasFull = useRef(full);
  useEffect(() => {
    if (wasFull.current && !full && asset) focusTile(asset);
    wasFull.current = full;
  }, [full, asset]);

  useEffect(() => {
    if (!asset || full) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !isTyping(event.target) && !hasLayerOnTop('[data-sheet]')) close();
    };
    // In the capture phase: a menu takes the same Escape, and is gone from the page by the bubble phase.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [asset, full, close]);
}

/** Focuses the tile, or the sheet if that is still open. */
export function focusTile(id: string): void {
  requestAnimationFrame(() => {
    // A dialog was opened while the viewer faded out.
    if (hasLayerOnTop('[data-sheet]')) return;
    const sheet = document.querySelector<HTMLElement>('[data-sheet]');
    const tile = document.querySelector<HTMLElement>(`[data-asset="${CSS.escape(id)}"]`);
    (sheet ?? tile ?? document.querySelector<HTMLElement>('[data-grid] [tabindex="0"]'))?.focus({
      preventScroll: true,
    });
  });
}
