import { Plural, Trans } from '@lingui/react/macro';
import { IconPhotoDown } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { carries } from '@/lib/drag';
import { isTyping } from '@/lib/keyboard';
import classes from './DropTarget.module.css';
import { fromDrop, fromInput } from './files';
import type { Uploads } from './Uploads';

interface Props {
  uploads: Uploads;
  groupName: string;
  onTaken: () => void;
}

/** What is dragged over the window, as far as the browser reveals it before the drop. */
interface Hovering {
  count: number;
  /** There may be a folder among it. */
  mixed: boolean;
}

/** Makes the whole window accept files: dropped, including folders, or pasted. */
export function DropTarget({ uploads, groupName, onTaken }: Props) {
  const [hovering, setHovering] = useState<Hovering | null>(null);

  useEffect(() => {
    // Moving onto a child also leaves its parent, so the drag is gone only after as many leaves as enters.
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!carries(event, 'Files')) return;
      event.preventDefault();
      depth += 1;
      setHovering(hoveringOf(event.dataTransfer));
    };
    const over = (event: DragEvent) => {
      if (!carries(event, 'Files')) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const leave = (event: DragEvent) => {
      if (!carries(event, 'Files')) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setHovering(null);
    };
    const drop = (event: DragEvent) => {
      if (!carries(event, 'Files') || !event.dataTransfer) return;
      event.preventDefault();
      depth = 0;
      setHovering(null);
      onTaken();
      void fromDrop(event.dataTransfer, (picked) => void uploads.add(picked));
    };
    const paste = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files;
      if (!files?.length || isTyping(event.target)) return;
      event.preventDefault();
      onTaken();
      void uploads.add(fromInput(files));
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [uploads, onTaken]);

  if (hovering === null) return null;
  return (
    <div className={classes.overlay}>
      <div className={classes.frame}>
        <IconPhotoDown size={48} stroke={1.25} />
        <div className={classes.title}>
          <Drop {...hovering} groupName={groupName} />
        </div>
        <div className={classes.small}>
          <Trans>Folders work too.</Trans>
        </div>
      </div>
    </div>
  );
}

function Drop({ count, mixed, groupName }: Hovering & { groupName: string }) {
  if (count === 0)
    return (
      <Trans>
        Drop these files into <em>{groupName}</em>
      </Trans>
    );
  return mixed ? (
    <Trans>
      Drop <Plural value={count} one="# item" other="# items" /> into <em>{groupName}</em>
    </Trans>
  ) : (
    <Trans>
      Drop <Plural value={count} one="# file" other="# files" /> into <em>{groupName}</em>
    </Trans>
  );
}

/** Before the drop a folder has no type, and what is in it is unknown. */
function hoveringOf(transfer: DataTransfer | null): Hovering {
  const items = [...(transfer?.items ?? [])].filter((item) => item.kind === 'file');
  return { count: items.length, mixed: items.some((item) => item.type === '') };
}
