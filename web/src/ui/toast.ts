import { createMemberStore } from '@/lib/store';

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
let serial = 0;

export const toastStore = createMemberStore<readonly Toast[]>([]);

export function showToast(message: string, failed = false, action?: ToastAction): void {
  serial += 1;
  const toast: Toast = { id: serial, message, failed, action };
  toastStore.set([...toastStore.get().slice(-2), toast]);
  // A failure stays twice as long: it is read more slowly than "deleted".
  setTimeout(() => hideToast(toast.id), failed || action ? showMs * 2 : showMs);
}

export function hideToast(id: number): void {
  toastStore.set(toastStore.get().filter((toast) => toast.id !== id));
}
