/** An event of the browser's own dragging, from React or from the page. */
interface DragLike {
  dataTransfer: DataTransfer | null;
}

/** Lets a drag that begins carry something of ours, under a type of its own that says where it may be dropped. */
export function carry({ dataTransfer }: DragLike, type: string, data: string, effect: 'copy' | 'move'): void {
  if (!dataTransfer) return;
  dataTransfer.setData(type, data);
  dataTransfer.effectAllowed = effect;
  // Android begins no drag without a text.
  if (/android/i.test(navigator.userAgent)) dataTransfer.setData('text/plain', ' ');
}

export function carries({ dataTransfer }: DragLike, type: string): boolean {
  return dataTransfer?.types.includes(type) ?? false;
}
