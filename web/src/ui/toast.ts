export interface Toast {
  id: number;
  message: string;
  failed: boolean;
  /** Such as Undo; the toast then stays longer, and goes when it is used. */
  action?: ToastAction;
}

export interface ToastAction {
  label: string;
  run: () => void;
}

const showMs = 5000;
let toasts: readonly Toast[] = [];
let serial = 0;
const listeners = new Set<() => void>();

export function showToast(message: string, failed = false, action?: ToastAction): void {
  serial += 1;
  const toast: Toast = { id: serial, message, failed, action };
  change([...toasts.slice(-2), toast]);
  // A failure stays twice as long: it is read more slowly than "deleted".
  setTimeout(() => hideToast(toast.id), failed || action ? showMs * 2 : showMs);
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
