import { useLingui } from '@lingui/react/macro';
import { Popover } from '@mantine/core';
import {
  type ComponentProps,
  type KeyboardEvent,
  type Ref,
  type RefObject,
  useImperativeHandle,
} from 'react';
import { Month } from './Month';

interface Props extends ComponentProps<typeof Month> {
  /** What it opens at. */
  button: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** A month at the button that opened it, loaded only then. */
export default function MonthPopover({ button, onClose, ...month }: Props) {
  const { t } = useLingui();
  return (
    <Popover
      opened
      onDismiss={onClose}
      position="bottom-end"
      trapFocus
      radius="var(--radius-xl)"
      shadow="md"
      transitionProps={{ duration: 120 }}
    >
      <Popover.Target>
        <Anchor to={button} />
      </Popover.Target>
      <Popover.Dropdown
        p={12}
        aria-modal="true"
        aria-label={t`Choose a date`}
        aria-labelledby={undefined}
        // For a dialog below, which would take the Escape for itself, if the focus is on none of the buttons.
        data-mantine-stop-propagation="true"
        onKeyDown={keys}
      >
        <Month {...month} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** The docked composer keeps keys from the page, and so from Mantine, which would hold Tab in here. */
function keys(event: KeyboardEvent<HTMLElement>) {
  if (event.key === 'Escape') event.stopPropagation();
  if (event.key !== 'Tab') return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not([tabindex="-1"])')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops.at((at + (event.shiftKey ? -1 : 1)) % stops.length)?.focus();
  event.preventDefault();
}

/** Stands for a button elsewhere, which has the ARIA props that Mantine would give it. */
function Anchor({ to, ref }: { to: RefObject<HTMLElement | null>; ref?: Ref<HTMLElement> }) {
  useImperativeHandle(ref, () => to.current as HTMLElement, [to]);
  return null;
}
