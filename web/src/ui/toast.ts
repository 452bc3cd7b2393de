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
// Who hears of it needs time to hear it out, to get there and to decide: the least that WCAG asks for (2.2.1).
const actMs = 20_000;
/** What is left at the least when a hand is taken away. */
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

/** What failed stays until somebody has dismissed it; the rest goes by itself. */
export function showToast(message: string, failed = false, action?: ToastAction): void {
  serial += 1;
  const toast: Toast = { id: serial, message, failed, action };
  // The same failure once more is said again, and shown once.
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

/** No toast goes while somebody is at them: the pointer, the keyboard, or the window is out of sight. */
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
