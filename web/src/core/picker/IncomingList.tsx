import { useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { ServerMessage } from '@/ui/ServerMessage';
import classes from './selector.module.css';
import type { Uploader } from './uploader';

/** Uploads started from here that are in progress or have failed. */
export function IncomingList({ uploader, ids }: { uploader: Uploader; ids: readonly string[] }) {
  const { t } = useLingui();
  const { items } = useSyncExternalStore(uploader.subscribe, uploader.snapshot);
  const shown = items.filter(({ id }) => ids.includes(id));
  if (shown.length === 0) return null;
  return (
    <ul className={classes.incoming} aria-label={t`Uploads to this post`}>
      {shown.map(({ id, name, bytes, sent, reason }) => (
        <li key={id} data-failed={reason ? '' : undefined}>
          {reason ? (
            <span role="alert">
              <ServerMessage>{reason}</ServerMessage>
            </span>
          ) : (
            <span dir="auto">{name}</span>
          )}
          {!reason && <progress max={Math.max(1, bytes)} value={sent} aria-label={t`Uploading ${name}`} />}
        </li>
      ))}
    </ul>
  );
}
