import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { attachClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge';
import { type RefObject, useEffect, useState } from 'react';

/** Lets one of the media be dragged among the others, and shows on which side of it another one would come. */
export function useReorder(item: RefObject<HTMLElement | null>, index: number) {
  const [dragged, setDragged] = useState(false);
  const [edge, setEdge] = useState<'left' | 'right' | null>(null);

  useEffect(() => {
    const element = item.current;
    if (!element) return;
    const data = { kind: 'media', index };
    const show = (
      self: { data: Record<string | symbol, unknown> },
      source: { data: Record<string, unknown> },
    ) =>
      setEdge(
        source.data.index === index ? null : (extractClosestEdge(self.data) as 'left' | 'right' | null),
      );
    return combine(
      draggable({
        element,
        getInitialData: () => data,
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.kind === 'media',
        getData: ({ input }) => attachClosestEdge(data, { element, input, allowedEdges: ['left', 'right'] }),
        onDrag: ({ self, source }) => show(self, source),
        onDragLeave: () => setEdge(null),
        onDrop: () => setEdge(null),
      }),
    );
  }, [item, index]);

  return { dragged, edge };
}
