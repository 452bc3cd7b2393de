import { Trans } from '@lingui/react/macro';
import { IconCheck, IconFolder, IconPhoto, IconVideo } from '@tabler/icons-react';
import { useState } from 'react';
import type { CloudEntry } from '@/api/types';
import { RefusalText } from '@/core/refusals/RefusalText';
import { formatBytes } from '@/lib/format';
import classes from './CloudPicker.module.css';

interface Props {
  entry: CloudEntry;
  selected: boolean;
  /** If `ranging` (Shift), everything up to here is selected. */
  onTouch: (ranging: boolean) => void;
}

const icons = { folder: IconFolder, image: IconPhoto, video: IconVideo };

export function CloudItem({ entry, selected, onTouch }: Props) {
  const isFolder = entry.kind === 'folder';
  const off = entry.refusal !== null;
  return (
    <li className={classes.item}>
      <button
        type="button"
        data-entry=""
        className={classes.entry}
        data-picked={selected || undefined}
        {...(!isFolder && { role: 'checkbox', 'aria-checked': selected, 'aria-disabled': off || undefined })}
        onClick={(event) => onTouch(event.shiftKey)}
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      >
        <Picture entry={entry} />
        {selected && (
          <span className={classes.tick} aria-hidden="true">
            <IconCheck size={15} stroke={2.5} />
          </span>
        )}
        <span className={classes.what}>
          <span className={classes.name} dir="auto" title={entry.name}>
            {entry.name}
          </span>
          <span className={classes.size} data-failed={off || undefined}>
            {entry.refusal ? (
              <RefusalText code={entry.refusalCode} members={entry.refusalMembers} english={entry.refusal} />
            ) : isFolder ? (
              <Trans>Folder</Trans>
            ) : entry.bytes === null ? (
              <Trans>Unknown size</Trans>
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
