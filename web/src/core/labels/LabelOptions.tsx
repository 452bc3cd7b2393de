import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Label } from '@/api/types';
import { formatCount } from '@/lib/format';
import { styleOf } from './colour';
import classes from './labels.module.css';

interface Props {
  id: string;
  options: readonly Label[];
  active: number;
  onActive: (index: number) => void;
  onSelect: (name: string) => void;
  children?: ReactNode;
}

/** The suggestions under a text box for labels. The focus stays in the box. */
export function LabelOptions({ id, options, active, onActive, onSelect, children }: Props) {
  return (
    <div
      id={id}
      className={classes.list}
      role="listbox"
      aria-label="Labels"
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((label, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box, which keeps the focus.
        <div
          key={label.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={classes.option}
          onPointerMove={() => onActive(index)}
          onClick={() => onSelect(label.name)}
        >
          <i className={classes.dot} style={{ background: styleOf(label.name).color }} />
          <b dir="auto">{label.name}</b>{' '}
          <small>
            {formatCount(label.count)}
            <VisuallyHidden> {label.count === 1 ? 'item' : 'items'}</VisuallyHidden>
          </small>
        </div>
      ))}
      {children}
    </div>
  );
}
