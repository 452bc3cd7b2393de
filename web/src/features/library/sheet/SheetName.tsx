import { useLingui } from '@lingui/react/macro';
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Asset } from '@/api/types';
import { Conflict } from './Conflict';
import classes from './sheet.module.css';
import { useTextField } from './useTextField';

/** The name is a heading until somebody clicks it; Enter saves, Escape restores it. */
export function SheetName({ asset, editable }: { asset: Asset; editable: boolean }) {
  const { t } = useLingui();
  const field = useTextField(asset, 'name');
  const [editing, setEditing] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const open = editing || field.dirty;

  useEffect(() => {
    const area = box.current;
    if (!editing || area === null) return;
    area.focus();
    // Selects the name without its extension.
    const dot = area.value.lastIndexOf('.');
    area.setSelectionRange(0, dot > 0 ? dot : area.value.length);
  }, [editing]);

  if (!editable)
    return (
      <h2 className={classes.title} dir="auto">
        {asset.name}
      </h2>
    );
  const { name } = asset;
  if (!open)
    return (
      <h2 className={classes.title}>
        <button
          type="button"
          className={classes.rename}
          title={t`Rename`}
          aria-label={t`${name}, rename`}
          onClick={() => setEditing(true)}
        >
          <bdi>{name}</bdi>
          <IconPencil size={15} stroke={1.5} aria-hidden="true" />
        </button>
      </h2>
    );

  const finish = () => {
    setEditing(false);
    if (field.text.trim() === '') field.discard();
    else field.save();
  };
  return (
    <div className={classes.title}>
      <textarea
        ref={box}
        dir="auto"
        className={classes.area}
        data-title=""
        aria-label={t`Name`}
        rows={1}
        maxLength={200}
        value={field.text}
        disabled={field.saving}
        onChange={(event) => field.type(event.currentTarget.value.replace(/\n/g, ' '))}
        onBlur={() => field.conflict || field.error || finish()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') finish();
          else if (event.key === 'Escape') {
            field.discard();
            setEditing(false);
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {field.error && (
        <p className={classes.error} role="alert">
          {field.error}
        </p>
      )}
      {field.conflict && (
        <Conflict
          words={field.conflict.words ?? ''}
          mine={field.conflict.mine}
          theirs={field.conflict.theirs}
          onMine={field.keepMine}
          onTheirs={field.takeTheirs}
        />
      )}
    </div>
  );
}
