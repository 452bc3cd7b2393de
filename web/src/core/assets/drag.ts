import type { DragEvent } from 'react';

const type = 'application/x-magpie-assets';
let wanted = 0;

/** While something on the page takes assets, dragging a tile carries it there instead of drawing a rectangle. */
export function wantDrags(): () => void {
  wanted += 1;
  return () => {
    wanted -= 1;
  };
}

export function areDragsWanted(): boolean {
  return wanted > 0;
}

/** Lets a drag that begins carry these assets. */
export function beginDrag(event: DragEvent, assetIds: readonly string[]): void {
  event.dataTransfer.setData(type, JSON.stringify(assetIds));
  event.dataTransfer.effectAllowed = 'copy';
}

export function carriesAssets(event: DragEvent): boolean {
  return event.dataTransfer.types.includes(type);
}

export function droppedAssets(event: DragEvent): string[] {
  const ids: unknown = JSON.parse(event.dataTransfer.getData(type) || '[]');
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
