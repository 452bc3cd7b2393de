export interface Toast {
  id: number;
  message: string;
  failed: boolean;
}

const showMs = 4000;
let toasts: readonly Toast[] = [];
let serial = 0;
const listeners = new Set<() => void>();

export function showToast(message: string, failed = false): void {
  serial += 1;
  const toast = { id: serial, message, failed };
  change([...toasts.slice(-2), toast]);
  // A failure stays twice as long: it is read more slowly than "deleted".
  setTimeout(() => hideToast(toast.id), failed ? showMs * 2 : showMs);
}

export function hideToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
