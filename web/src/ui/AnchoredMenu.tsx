import { Menu, type MenuProps } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import type { MenuAnchor } from './anchor';

interface Props {
  anchor: MenuAnchor;
  label: string;
  width: number;
  position: MenuProps['position'];
  onClose: () => void;
  /** A long menu scrolls instead of leaving the window. */
  tall?: boolean;
  children: ReactNode;
}

/**
 * An open menu. It is separate from its button, so that the code of menus (a tenth of the first page) is loaded only when somebody opens
 * one. The opener restores the focus when it closes.
 */
export function AnchoredMenu({ anchor, label, width, position, onClose, tall, children }: Props) {
  return (
    <Menu
      key={`${anchor.left} ${anchor.top}`}
      opened
      onClose={onClose}
      position={position}
      offset={6}
      width={width}
      radius="var(--radius-xl)"
      shadow="md"
      returnFocus={false}
      // Mantine's focus placeholder is not a menu item; the first item gets the focus instead.
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Spot anchor={anchor} />
      </Menu.Target>
      <Menu.Dropdown
        aria-label={label}
        aria-labelledby={undefined}
        style={tall ? { maxHeight: 'min(520px, 70dvh)', overflowY: 'auto' } : undefined}
      >
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Drops the ARIA props that Mantine gives a target: the button that opened the menu has them already. */
function Spot({ anchor, ref }: { anchor: MenuAnchor; ref?: Ref<HTMLSpanElement> }) {
  return <span ref={ref} style={{ position: 'fixed', pointerEvents: 'none', ...anchor }} />;
}
