import { Words } from '@/ui/Words';
import classes from './selector.module.css';
import type { Incoming } from './uploader';

/** What is on its way into the library from here, and what could not come in. */
export function IncomingList({ items }: { items: readonly Incoming[] }) {
  if (items.length === 0) return null;
  return (
    <ul className={classes.incoming} aria-label="Uploads into this post">
      {items.map(({ id, name, bytes, sent, reason }) => (
        <li key={id} data-failed={reason ? '' : undefined}>
          <span>{reason ? <Words>{reason}</Words> : name}</span>
          {!reason && (
            <progress max={Math.max(1, bytes)} value={sent} aria-label={`Uploading ${name}`}>
              {Math.round((100 * sent) / Math.max(1, bytes))} %
            </progress>
          )}
        </li>
      ))}
    </ul>
  );
}
