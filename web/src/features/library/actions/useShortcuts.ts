import { useEffect, useEffectEvent } from 'react';
import type { Asset } from '@/api/types';
import { openComposer } from '@/core/posts/openComposer';
import { useAccess } from '@/core/session/access';
import { hasLayerOnTop, isTyping } from '@/lib/keyboard';
import { openDialog } from './openDialog';
import { paletteTargetStore } from './paletteTarget';
import { usePerform } from './perform';
import { type Target, targetOfAsset } from './targets';

interface Work {
  /** The selection, if there is one: keys act on it. */
  selected: Target | null;
  /** The asset of the open sheet or viewer. */
  open: Asset | undefined;
  /** The asset by its id, for the tile that has the focus. */
  find: (id: string) => Asset | undefined;
  onDelete: (asset: Asset) => void;
}

/** `s` stars, `l` labels, `p` makes a post, Delete deletes: the selection, else the open asset, else the focused tile. */
export function useShortcuts({ selected, open, find, onDelete }: Work): void {
  const access = useAccess();
  const { perform, star } = usePerform();

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const inSheet = document.querySelector('[data-sheet]')?.contains(document.activeElement) ?? false;
    if (isTyping(event.target) || (hasLayerOnTop() && !inSheet)) return;
    const asset = inSheet ? open : (focused(find) ?? open);
    const target = selected ?? (asset && targetOfAsset(asset));
    if (!target) return;
    const mayChange = selected ? access.adds : asset !== undefined && access.mayChange(asset);
    if (event.key === 's') {
      if (selected) void perform([{ action: 'star' }], selected);
      else if (asset) void star(asset);
    } else if (event.key === 'l' && mayChange)
      openDialog({ kind: 'labels', target, labels: selected ? [] : (asset?.labels ?? []) });
    else if (event.key === 'p' && access.adds && target.kind === 'ids')
      openComposer({ assetIds: target.ids });
    else if (event.key === 'Delete' && mayChange) {
      if (selected) openDialog({ kind: 'delete', target: selected });
      else if (asset) onDelete(asset);
    } else return;
    event.preventDefault();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  // Tells the command palette what it would act on.
  useEffect(() => {
    paletteTargetStore.set(
      selected ? { target: selected } : open ? { target: targetOfAsset(open), asset: open } : null,
    );
    return () => paletteTargetStore.set(null);
  }, [selected, open]);
}

function focused(find: (id: string) => Asset | undefined): Asset | undefined {
  const tile = document.activeElement?.closest<HTMLElement>('[data-asset]');
  return tile?.dataset.asset ? find(tile.dataset.asset) : undefined;
}
