import { type DragEvent, useRef, useState } from 'react';
import { fromStart } from '@/lib/direction';
import { carries, carry } from '@/lib/drag';
import { type Edge, reorderedIndex } from './reorder';

const type = 'application/x-magpie-media';

/** Lets the items of a row be reordered by dragging, and marks where the dragged one would land. */
export function useReorder(onMove: (from: number, to: number) => void) {
  const source = useRef<number | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [place, setPlace] = useState<{ index: number; edge: Edge } | null>(null);

  const end = () => {
    source.current = null;
    setDragged(null);
    setPlace(null);
  };

  /** The props for the element of an item. */
  const propsOf = (index: number) => ({
    draggable: true,
    'data-dragged': dragged === index || undefined,
    'data-edge': place?.index === index ? place.edge : undefined,
    onDragStart: (event: DragEvent) => {
      if (event.target !== event.currentTarget) return;
      carry(event, type, String(index), 'move');
      source.current = index;
      // The browser first takes the drag image, which should show the item as it looked before.
      requestAnimationFrame(() => setDragged(source.current));
    },
    onDragEnd: end,
    onDragOver: (event: DragEvent) => {
      if (source.current === null || !carries(event, type)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      const edge = edgeAt(event);
      if (source.current === index) setPlace(null);
      else if (place?.index !== index || place.edge !== edge) setPlace({ index, edge });
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setPlace(null);
    },
    onDrop: (event: DragEvent) => {
      if (source.current === null || !carries(event, type)) return;
      event.preventDefault();
      onMove(source.current, reorderedIndex(source.current, index, edgeAt(event)));
      end();
    },
  });
  return propsOf;
}

/** The side of the item that is nearer to the pointer. */
function edgeAt({ currentTarget, clientX }: DragEvent): Edge {
  const box = currentTarget.getBoundingClientRect();
  return fromStart(box, clientX) < box.width / 2 ? 'before' : 'after';
}
