import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './side.module.css';

interface Props {
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The library where there is no room for it beside the calendar. */
export default function SideDrawer({ opened, onClose, children }: Props) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title="Library"
      position="bottom"
      size="82%"
      closeButtonProps={{ 'aria-label': 'Close the library' }}
      classNames={{ body: classes.drawer }}
    >
      {children}
    </Drawer>
  );
}
