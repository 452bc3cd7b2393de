/** A native drag event, from React or from the DOM. */
interface DragLike {
  dataTransfer: DataTransfer | null;
}

/** Attaches our data to a starting drag, under a type of its own that says where it may be dropped. */
export function carry({ dataTransfer }: DragLike, type: string, data: string, effect: 'copy' | 'move'): void {
  if (!dataTransfer) return;
  dataTransfer.setData(type, data);
  dataTransfer.effectAllowed = effect;
  // Android starts no drag without text.
  if (/android/i.test(navigator.userAgent)) dataTransfer.setData('text/plain', ' ');
}

export function carries({ dataTransfer }: DragLike, type: string): boolean {
  return dataTransfer?.types.includes(type) ?? false;
}
