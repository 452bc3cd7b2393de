import { IconCheck, IconFolder, IconPhoto, IconVideo } from '@tabler/icons-react';
import { useState } from 'react';
import type { CloudEntry } from '@/api/types';
import { formatBytes } from '@/lib/format';
import { Words } from '@/ui/ServerMessage';
import classes from './CloudPicker.module.css';

interface Props {
  entry: CloudEntry;
  picked: boolean;
  /** With Shift it ticks everything up to here. */
  onTouch: (ranging: boolean) => void;
}

const icons = { folder: IconFolder, image: IconPhoto, video: IconVideo };

export function CloudItem({ entry, picked, onTouch }: Props) {
  const isFolder = entry.kind === 'folder';
  const off = entry.refusal !== null;
  return (
    <li className={classes.item}>
      <button
        type="button"
        data-entry=""
        className={classes.entry}
        data-picked={picked || undefined}
        {...(!isFolder && { role: 'checkbox', 'aria-checked': picked, 'aria-disabled': off || undefined })}
        onClick={(event) => onTouch(event.shiftKey)}
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      >
        <Picture entry={entry} />
        {picked && (
          <span className={classes.tick} aria-hidden="true">
            <IconCheck size={15} stroke={2.5} />
          </span>
        )}
        <span className={classes.what}>
          <span className={classes.name} title={entry.name}>
            {entry.name}
          </span>
          <span className={classes.size} data-failed={off || undefined}>
            {entry.refusal ? (
              <Words>{entry.refusal}</Words>
            ) : isFolder ? (
              'Folder'
            ) : entry.bytes === null ? (
              'Size not told'
            ) : (
              formatBytes(entry.bytes)
            )}
          </span>
        </span>
      </button>
    </li>
  );
}

function Picture({ entry }: { entry: CloudEntry }) {
  const [shown, setShown] = useState(false);
  const [failed, setFailed] = useState(false);
  const Icon = icons[entry.kind];
  return (
    <span className={classes.picture}>
      {!shown && <Icon size={entry.kind === 'folder' ? 36 : 28} stroke={1.25} aria-hidden="true" />}
      {entry.thumbnail && !failed && (
        <img
          src={entry.thumbnail}
          alt=""
          loading="lazy"
          decoding="async"
          data-shown={shown || undefined}
          onLoad={() => setShown(true)}
          onError={() => setFailed(true)}
        />
      )}
    </span>
  );
}
