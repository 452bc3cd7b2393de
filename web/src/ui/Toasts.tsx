import { useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';
import { useStore } from '@/lib/store';
import { ServerMessage } from './ServerMessage';
import classes from './Toasts.module.css';
import { hideToast, toastStore } from './toast';

/** Short messages at the lower edge of the window: what was done, or why it was not. */
export function Toasts() {
  const { t } = useLingui();
  const toasts = useStore(toastStore);
  return (
    <div className={classes.stack} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} className={classes.toast} data-failed={toast.failed || undefined}>
          <span className={classes.words}>
            <ServerMessage>{toast.message}</ServerMessage>
          </span>
          {toast.action && (
            <button
              type="button"
              className={classes.action}
              onClick={() => {
                hideToast(toast.id);
                toast.action?.run();
              }}
            >
              {toast.action.label}
            </button>
          )}
          <button
            type="button"
            className={classes.close}
            aria-label={t`Dismiss`}
            onClick={() => hideToast(toast.id)}
          >
            <IconX size={16} stroke={1.75} />
          </button>
        </div>
      ))}
    </div>
  );
}
