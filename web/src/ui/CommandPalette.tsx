import { Trans, useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { type ComponentType, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import classes from './CommandPalette.module.css';
import { matching } from './matching';

export interface Command {
  id: string;
  label: string;
  group: string;
  Icon: ComponentType<{ size?: number; stroke?: number }>;
  /** Other words to find it by. */
  words?: string;
  run: () => void;
}

interface Props {
  commands: readonly Command[];
  text: string;
  onText: (text: string) => void;
  onClose: () => void;
}

/** One box that leads everywhere: type, choose with the arrow keys, press Enter. */
export function CommandPalette({ commands, text, onText, onClose }: Props) {
  const { t } = useLingui();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const typed = text.trim();
  const found = matching(commands, text);
  const current = found[Math.min(active, found.length - 1)];

  useEffect(() => {
    if (current) document.getElementById(`${id}-${current.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, current]);

  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const keys = (event: KeyboardEvent) => {
    const last = found.length - 1;
    if (event.key === 'ArrowDown') setActive((now) => (now >= last ? 0 : now + 1));
    else if (event.key === 'ArrowUp') setActive((now) => (now <= 0 ? last : now - 1));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(current);
    else return;
    event.preventDefault();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset="12vh"
      padding={0}
      size={560}
      aria-label={t`Command palette`}
    >
      <input
        className={classes.input}
        data-autofocus
        role="combobox"
        aria-label={t`Type a command`}
        aria-autocomplete="list"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={current ? `${id}-${current.id}` : undefined}
        dir="auto"
        placeholder={t`Search or run a command…`}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          onText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={keys}
      />
      <div ref={list} id={id} className={classes.list} role="listbox" aria-label={t`Commands`} tabIndex={-1}>
        {found.length === 0 && (
          <p className={classes.none}>
            <Trans>No results for “{typed}”</Trans>
          </p>
        )}
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box, which keeps the focus.
          <div
            key={command.id}
            id={`${id}-${command.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={command === current}
            className={classes.option}
            data-first={command.group !== found[index - 1]?.group || undefined}
            data-group={command.group}
            onPointerMove={() => setActive(index)}
            onClick={() => run(command)}
          >
            <command.Icon size={18} stroke={1.5} />
            <span dir="auto">{command.label}</span>
            <small>{command.group}</small>
          </div>
        ))}
      </div>
    </Modal>
  );
}
