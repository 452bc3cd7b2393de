import { createMemberStore } from '@/lib/store';

export interface Toast {
  id: number;
  message: string;
  failed: boolean;
  /** Such as Undo. The toast then stays longer, and closes when the action is used. */
  action?: ToastAction;
}

export interface ToastAction {
  label: string;
  run: () => void;
}

const showMs = 5000;
// A screen reader user needs time to hear it out, reach it and decide: the minimum in WCAG 2.2.1.
const actMs = 20_000;
/** The least time left when a hold is released. */
const leastMs = 2000;
const most = 3;
const mostFailed = 5;

interface Clock {
  rest: number;
  since: number;
  timer?: ReturnType<typeof setTimeout>;
}

let serial = 0;
const clocks = new Map<number, Clock>();
const hands = new Set<string>();

export const toastStore = createMemberStore<readonly Toast[]>([]);

/** Failures stay until somebody dismisses them; the rest disappears by itself. */
export function showToast(message: string, failed = false, action?: ToastAction): void {
  serial += 1;
  const toast: Toast = { id: serial, message, failed, action };
  // A repeated failure is announced again, but shown once.
  const before = toastStore.get().filter((one) => !(failed && one.failed && one.message === message));
  const alike = before.filter((one) => one.failed === failed);
  const full = alike.length >= (failed ? mostFailed : most);
  toastStore.set([...before.filter((one) => !(full && one === alike[0])), toast]);
  if (failed) return;
  clocks.set(toast.id, { rest: action ? actMs : showMs, since: 0 });
  if (hands.size === 0) run(toast.id);
}

export function hideToast(id: number): void {
  clearTimeout(clocks.get(id)?.timer);
  clocks.delete(id);
  toastStore.set(toastStore.get().filter((toast) => toast.id !== id));
}

/** No toast disappears while held: by the pointer, by the keyboard, or because the window is hidden. */
export function holdToasts(hand: string): void {
  if (hands.size === 0)
    for (const clock of clocks.values()) {
      clearTimeout(clock.timer);
      clock.rest -= Date.now() - clock.since;
    }
  hands.add(hand);
}

export function releaseToasts(hand: string): void {
  if (!hands.delete(hand) || hands.size > 0) return;
  for (const [id, clock] of clocks) {
    clock.rest = Math.max(clock.rest, leastMs);
    run(id);
  }
}

function run(id: number): void {
  const clock = clocks.get(id);
  if (!clock) return;
  clock.since = Date.now();
  clock.timer = setTimeout(() => hideToast(id), clock.rest);
}
