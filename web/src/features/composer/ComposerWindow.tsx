import { useLingui } from '@lingui/react/macro';
import { CloseButton, Modal } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import classes from './Composer.module.css';

interface Props {
  title: string;
  actions: ReactNode;
  /** At the right edge, while the page beside it stays usable. */
  docked: boolean;
  phone: boolean;
  /** Another dialog is on top of it. */
  covered: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog over the page, full screen on a phone, or docked beside the library. */
export function ComposerWindow({ title, actions, docked, phone, covered, onClose, children }: Props) {
  const { t } = useLingui();
  if (docked)
    return (
      <Docked title={title} actions={actions} covered={covered} onClose={onClose}>
        {children}
      </Docked>
    );
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={1080}
      fullScreen={phone}
      closeOnEscape={!covered}
      trapFocus={!covered}
      closeOnClickOutside={false}
      classNames={{ content: classes.content }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Header className={classes.header}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          {actions}
          <Modal.CloseButton size={phone ? 44 : 36} iconSize={20} aria-label={t`Close`} />
        </Modal.Header>
        {children}
      </Modal.Content>
    </Modal.Root>
  );
}

function Docked({ title, actions, covered, onClose, children }: Omit<Props, 'docked' | 'phone'>) {
  const { t } = useLingui();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    focusFirst(section.current);
    // Makes the page leave room for it.
    const { style } = document.documentElement;
    style.setProperty('--dock', '480px');
    return () => void style.removeProperty('--dock');
  }, []);
  useEffect(() => {
    if (covered) return;
    // What had the focus before a dialog on top of this may be gone.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) focusFirst(section.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [covered]);
  const keys = (event: KeyboardEvent) => {
    // Keys pressed in here are not meant for the grid beside it.
    event.stopPropagation();
    if (event.key === 'Escape' && !covered && !event.defaultPrevented) onClose();
  };
  return (
    <section
      ref={section}
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      className={`${classes.content} ${classes.docked}`}
      onKeyDown={keys}
    >
      <header className={classes.header}>
        <h2 className={classes.title}>{title}</h2>
        {actions}
        <CloseButton size={36} iconSize={20} aria-label={t`Close`} onClick={onClose} />
      </header>
      {children}
    </section>
  );
}

function focusFirst(section: HTMLElement | null): void {
  const first = section?.querySelector<HTMLElement>('[data-autofocus]') ?? section;
  first?.focus({ preventScroll: true });
}
