import type { DragEvent } from 'react';
import { carries, carry } from '@/lib/drag';

const type = 'application/x-magpie-assets';
let wanted = 0;

/** While something on the page accepts assets, dragging a tile carries it there instead of drawing a rectangle. */
export function wantDrags(): () => void {
  wanted += 1;
  return () => {
    wanted -= 1;
  };
}

export function areDragsWanted(): boolean {
  return wanted > 0;
}

/** Attaches these assets to a starting drag. */
export function carryAssets(event: DragEvent, assetIds: readonly string[]): void {
  carry(event, type, JSON.stringify(assetIds), 'copy');
}

export function carriesAssets(event: DragEvent): boolean {
  return carries(event, type);
}

export function droppedAssets(event: DragEvent): string[] {
  const ids: unknown = JSON.parse(event.dataTransfer.getData(type) || '[]');
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
