import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Label } from '@/api/types';
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
  const { t } = useLingui();
  return (
    <div
      id={id}
      className={classes.list}
      role="listbox"
      aria-label={t`Labels`}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map(({ id: key, name, count }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box, which keeps the focus.
        <div
          key={key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={classes.option}
          onPointerMove={() => onActive(index)}
          onClick={() => onSelect(name)}
        >
          <i className={classes.dot} style={{ background: styleOf(name).color }} />
          <b dir="auto">{name}</b>{' '}
          <small>
            <Plural
              value={count}
              one={
                <Trans>
                  #<VisuallyHidden> item</VisuallyHidden>
                </Trans>
              }
              other={
                <Trans>
                  #<VisuallyHidden> items</VisuallyHidden>
                </Trans>
              }
            />
          </small>
        </div>
      ))}
      {children}
    </div>
  );
}
