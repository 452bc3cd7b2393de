import { useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';
import { type FocusEvent, useEffect, useEffectEvent, useRef } from 'react';
import { restoreFocus } from '@/lib/restoreFocus';
import { useStore } from '@/lib/store';
import { ServerMessage } from './ServerMessage';
import classes from './Toasts.module.css';
import { hideToast, holdToasts, releaseToasts, type Toast, toastStore } from './toast';

/**
 * Short messages at the bottom of the window: what was done, or why it failed. F6 focuses the newest; F6 or Escape returns the focus to
 * where it was.
 */
export function Toasts() {
  const { t } = useLingui();
  const toasts = useStore(toastStore);
  const stack = useRef<HTMLElement>(null);
  const origin = useRef<HTMLElement | null>(null);
  const isInside = () => stack.current?.contains(document.activeElement) === true;

  const leave = () => {
    const back = origin.current;
    origin.current = null;
    releaseToasts('keyboard');
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (back?.isConnected) back.focus({ preventScroll: true });
    else restoreFocus();
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const leaves = isInside() && (event.key === 'Escape' || event.key === 'F6');
    if (!leaves && (event.key !== 'F6' || toasts.length === 0)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (leaves) return leave();
    const newest = stack.current?.querySelector<HTMLElement>(`[data-toast="${toasts.at(-1)?.id}"] button`);
    newest?.focus();
  });
  // In the capture phase, before all others: a dialog below would take the same Escape for itself.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    const look = () => (document.hidden ? holdToasts('hidden') : releaseToasts('hidden'));
    window.addEventListener('keydown', onKey, true);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  // A toast that is removed under the pointer or while focused sends no event that it was left.
  useEffect(() => {
    if (toasts.length > 0) return;
    releaseToasts('pointer');
    releaseToasts('keyboard');
  }, [toasts.length]);

  const enter = ({ relatedTarget: from }: FocusEvent) => {
    holdToasts('keyboard');
    if (from instanceof HTMLElement && !stack.current?.contains(from)) origin.current = from;
  };
  const blur = ({ relatedTarget: to }: FocusEvent) => {
    if (!stack.current?.contains(to as Node | null)) releaseToasts('keyboard');
  };
  const hide = (toast: Toast) => {
    if (isInside()) leave();
    hideToast(toast.id);
  };
  const show = (toast: Toast) => <ToastLine key={toast.id} toast={toast} onHide={() => hide(toast)} />;

  return (
    <section
      ref={stack}
      className={classes.stack}
      aria-label={t`Notifications`}
      onPointerEnter={() => holdToasts('pointer')}
      onPointerLeave={() => releaseToasts('pointer')}
      onFocus={enter}
      onBlur={blur}
    >
      {/* Each failure is an alert of its own; successes are announced in turn. */}
      {toasts.filter(({ failed }) => failed).map(show)}
      <div className={classes.done} role="status" aria-atomic="false">
        {toasts.filter(({ failed }) => !failed).map(show)}
      </div>
    </section>
  );
}

function ToastLine({ toast, onHide }: { toast: Toast; onHide: () => void }) {
  const { t } = useLingui();
  const { id, message, failed, action } = toast;
  return (
    <div className={classes.toast} data-toast={id} data-failed={failed || undefined}>
      <span className={classes.words} role={failed ? 'alert' : undefined}>
        <ServerMessage>{message}</ServerMessage>
      </span>
      {action && (
        <button
          type="button"
          className={classes.action}
          aria-keyshortcuts="F6"
          onClick={() => {
            onHide();
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        className={classes.close}
        aria-label={t`Dismiss`}
        aria-live="off"
        onClick={onHide}
      >
        <IconX size={16} stroke={1.75} />
      </button>
    </div>
  );
}
