import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { Asset } from '@/api/types';
import { Conflict } from './Conflict';
import classes from './sheet.module.css';
import { useTextField } from './useTextField';

interface Props {
  asset: Asset;
  field: 'note' | 'altText';
  label: string;
  placeholder: string;
  /** Shown instead of an empty text to people who may not change it. */
  none: string;
  maxLength: number;
  editable: boolean;
  /** Shown below the text while nothing is unsaved, such as who changed it last. */
  children?: ReactNode;
}

/** A longer text with a Save button. */
export function SheetText({
  asset,
  field: name,
  label,
  placeholder,
  none,
  maxLength,
  editable,
  children,
}: Props) {
  const field = useTextField(asset, name);
  const id = useId();
  if (!editable)
    return (
      <section className={classes.part} aria-label={label}>
        <h3>{label}</h3>
        <p className={field.saved ? classes.read : classes.quiet} dir="auto">
          {field.saved || none}
        </p>
        {children}
      </section>
    );
  return (
    <section className={classes.part}>
      <h3>
        <label htmlFor={id}>{label}</label>
      </h3>
      <textarea
        id={id}
        dir="auto"
        className={classes.area}
        placeholder={placeholder}
        rows={2}
        maxLength={maxLength}
        value={field.text}
        onChange={(event) => field.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) field.save();
          else if (event.key === 'Escape') event.currentTarget.closest<HTMLElement>('[data-sheet]')?.focus();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {field.error && (
        <p className={classes.error} role="alert">
          {field.error}
        </p>
      )}
      {field.conflict ? (
        <Conflict
          words={field.conflict.words ?? ''}
          mine={field.conflict.mine}
          theirs={field.conflict.theirs}
          onMine={field.keepMine}
          onTheirs={field.takeTheirs}
        />
      ) : field.dirty ? (
        <div className={classes.buttons}>
          <Button size="compact-sm" h={36} loading={field.saving} onClick={field.save}>
            <Trans>Save</Trans>
          </Button>
          <Button
            size="compact-sm"
            h={36}
            variant="subtle"
            color="gray"
            c="var(--ink-dim)"
            onClick={field.discard}
          >
            <Trans>Discard</Trans>
          </Button>
          <span className={classes.quiet}>
            <Trans>Unsaved changes</Trans>
          </span>
        </div>
      ) : (
        children
      )}
    </section>
  );
}
